// A recorded episode on the map, with a slider for its time.

import { get, getSlowly, part } from "../api.js";
import { Component, h } from "../dom.js";
import { clock, title } from "../format.js";
import { MapCanvas } from "../map/canvas.js";
import { legend } from "../map/legend.js";
import { prepare } from "../map/network.js";
import { Playback } from "../map/playback.js";
import { bar, empty, head, skeleton, trouble } from "../parts/basics.js";
import { choice } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { status } from "../parts/status.js";
import { controllerName } from "./deployments.js";

const EVERY_MILLIS = 1500;
const SPEEDS = ["1", "2", "5", "10", "30"];
const SLIDER_MILLIS = 200;

export class Recording extends Component {
  constructor() {
    super();
    this.state = { recording: null, network: null, problem: null, position: 0 };
    this.again = () => this.begin();
  }

  componentDidMount() {
    this.isHere = true;
    this.begin();
    this.ticking = setInterval(() => this.playback?.playing && this.follow(), SLIDER_MILLIS);
  }

  componentWillUnmount() {
    this.isHere = false;
    clearTimeout(this.waiting);
    clearInterval(this.ticking);
  }

  async begin() {
    clearTimeout(this.waiting);
    try {
      const recording = await get(`recordings/${part(this.props.id)}`);
      if (!this.isHere) return;
      if (!this.playback) {
        this.playback = new Playback(recording, () => this.isHere && this.follow());
        if (!matchMedia("(prefers-reduced-motion: reduce)").matches) this.playback.play();
      }
      this.playback.update(recording);
      this.setState({ recording, problem: null });
      document.title = `${title(recording)} · Clearway`;
      if (!this.state.network) {
        const network = prepare(await getSlowly(`scenarios/${part(recording.scenario)}/map`));
        if (this.isHere) this.setState({ network });
      }
      if (recording.frames > 1 && !this.begun && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
        this.begun = true;
        this.playback.play();
      }
      if (recording.state === "RECORDING" && this.isHere) this.waiting = setTimeout(this.again, EVERY_MILLIS);
    } catch (problem) {
      if (!this.isHere) return;
      this.setState({ problem });
      if (problem.passing) this.waiting = setTimeout(this.again, 3000);
    }
  }

  follow() {
    this.setState({ position: this.playback.position });
  }

  toggle = () => {
    this.playback.play(!this.playback.playing);
    this.follow();
  };

  seek = (event) => {
    this.playback.seek(Number(event.currentTarget.value));
    this.follow();
  };

  speed = (value) => {
    this.playback.speed = Number(value);
    this.follow();
  };

  render(_, { recording, network, problem }) {
    if (!recording) {
      return problem
        ? h(
            "div",
            null,
            h("h1", null, "Replay"),
            trouble(problem, this.again),
            h("p", null, h("a", { class: "button", href: "#/recordings" }, "Go to the list of recordings")),
          )
        : skeleton(10);
    }
    return h(
      "div",
      { "data-state": recording.state },
      h("p", { class: "crumbs" }, h("a", { href: "#/recordings" }, "Replay"), " / ", h("span", null, title(recording))),
      head(
        title(recording),
        null,
        h(
          "p",
          { class: "under" },
          status(recording.state),
          h("span", null, recording.scenario),
          h("span", null, controllerName(recording)),
          h("span", null, `seed ${recording.seed}`),
        ),
      ),
      recording.message && h("p", { class: "banner warn", role: "status" }, recording.message),
      (problem ?? this.playback.problem) && trouble(problem ?? this.playback.problem, this.again),
      recording.state === "RECORDING" &&
        h(
          "div",
          { class: "filming" },
          h("p", { class: "note" }, "The recording is in progress; the part recorded so far can be played."),
          bar(recording.frames / recording.seconds, "Recorded so far"),
        ),
      this.map(recording, network),
    );
  }

  map(recording, network) {
    if (!network) return skeleton(10);
    if (recording.frames === 0 && recording.state !== "RECORDING")
      return empty(
        "Nothing was recorded",
        "The recording ended before its first second. Record the episode again.",
        h("a", { class: "button", href: "#/recordings" }, "Record an episode"),
      );
    return h(
      "section",
      { class: "panel map-panel", "aria-label": "Map" },
      h(MapCanvas, { network, feed: this.playback, label: `Map of ${recording.scenario}` }),
      this.controls(recording),
      legend(),
    );
  }

  controls(recording) {
    const { playing, position, last, speed } = this.playback;
    const seconds = recording.firstSeconds + position;
    return h(
      "div",
      { class: "player" },
      h(
        "button",
        {
          type: "button",
          class: "round",
          "aria-label": playing ? "Pause" : "Play",
          onClick: this.toggle,
          disabled: last === 0,
        },
        icon(playing ? "pause" : "play"),
      ),
      h("input", {
        type: "range",
        id: "time",
        "aria-label": "Time",
        min: 0,
        max: last,
        step: 1,
        value: Math.floor(position),
        onInput: this.seek,
        "aria-valuetext": clock(seconds),
      }),
      h("span", { class: "times" }, `${clock(seconds)} / ${clock(recording.firstSeconds + last)}`),
      h(
        "label",
        { class: "inline" },
        h("span", { class: "sr" }, "Speed"),
        choice(
          SPEEDS.map((one) => [one, `${one}×`]),
          String(speed),
          this.speed,
        ),
      ),
    );
  }
}
