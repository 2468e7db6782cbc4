// Frames of a recording at a selected time: prefetches them in parts, and plays them.
import { get, part as segment } from "../api.js";

const FRAMES_PER_PART = 60;
const PARTS_KEPT = 12;

export class Playback {
  /** recording: as the service describes it; changed: called when something new can be drawn. */
  constructor(recording, changed) {
    this.recording = recording;
    this.changed = changed;
    this.parts = new Map();
    this.position = 0;
    this.speed = 1;
    this.playing = false;
    this.problem = null;
  }

  /** A recording grows while it is made. */
  update(recording) {
    this.recording = recording;
  }

  get last() {
    return Math.max(0, this.recording.frames - 1);
  }

  seek(position) {
    this.position = Math.min(this.last, Math.max(0, position));
  }

  play(on = true) {
    if (on && this.position >= this.last) this.position = 0;
    this.playing = on && this.last > 0;
    this.before = undefined;
  }

  /** What to draw now; advances while it plays and the frames are loaded. */
  now(time = performance.now()) {
    const passed = this.before === undefined ? 0 : (time - this.before) / 1000;
    this.before = time;
    const index = Math.floor(this.position);
    const frame = this.frame(index);
    const next = index < this.last ? this.frame(index + 1) : null;
    if (this.playing && frame && (next || index >= this.last)) {
      this.position = Math.min(this.last, this.position + passed * this.speed);
      if (this.position >= this.last) {
        this.playing = false;
        this.changed();
      }
    }
    return { frame, next, share: this.position - index };
  }

  frame(index) {
    const number = Math.floor(index / FRAMES_PER_PART);
    this.fetch(number);
    this.fetch(number + 1);
    return this.parts.get(number)?.[index % FRAMES_PER_PART] ?? null;
  }

  async fetch(number) {
    if (number >= this.recording.parts || this.parts.has(number)) return;
    this.parts.set(number, null);
    try {
      this.parts.set(number, await get(`recordings/${segment(this.recording.id)}/parts/${number}`));
      this.problem = null;
      this.forget(number);
    } catch (problem) {
      this.parts.delete(number);
      this.problem = problem;
      // delayed, since every drawing requests the part
      this.parts.set(number, null);
      setTimeout(() => this.parts.get(number) === null && this.parts.delete(number), 2000);
    }
    this.changed();
  }

  forget(newest) {
    const far = [...this.parts.keys()].sort((a, b) => Math.abs(b - newest) - Math.abs(a - newest));
    for (const number of far.slice(0, Math.max(0, far.length - PARTS_KEPT))) this.parts.delete(number);
  }
}
