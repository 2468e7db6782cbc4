// Frames of a deployment as they arrive. Shown one frame late, so that positions can be interpolated.
import { listen } from "../stream.js";

const LONGEST_GAP_SECONDS = 3;

export class LiveFeed {
  constructor(id, onState) {
    this.frames = [];
    this.arrived = [];
    this.stop = listen(`deployments/${id}/frames`, { frame: (frame) => this.take(frame) }, onState);
  }

  take(frame) {
    this.frames = [...this.frames.slice(-1), frame];
    this.arrived = [...this.arrived.slice(-1), performance.now()];
  }

  /** What to draw now: a frame, the one after it, and how far between the two. */
  now() {
    const [first, second] = this.frames;
    if (!second) return { frame: first ?? null, next: null, share: 0 };
    if (second.seconds - first.seconds > LONGEST_GAP_SECONDS) return { frame: second, next: null, share: 0 };
    const pause = Math.max(1, this.arrived[1] - this.arrived[0]);
    return { frame: first, next: second, share: Math.min(1, (performance.now() - this.arrived[1]) / pause) };
  }

  close() {
    this.stop();
  }
}
