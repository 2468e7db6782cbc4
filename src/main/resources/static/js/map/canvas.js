// A network on two canvases: roads below, moving elements above. Can be panned and zoomed by pointer, wheel and keys.
import { Component, createRef, h } from "../dom.js";
import { clock } from "../format.js";
import { onTheme } from "../parts/colors.js";
import { icon } from "../parts/icons.js";
import { paintFrame, paintRoads, palette } from "./painter.js";
import { View } from "./view.js";

const STEP = 60;
const WHEEL = 0.0015;

/**
 * network: prepared; feed: has now() as a feed or a playback has it, none for roads only; label: what the map shows;
 * onSignal: called with the selected signal. Data attributes of the element give its progress: frames drawn so far,
 * frames per second, how often the roads were painted, simulated seconds.
 */
export class MapCanvas extends Component {
  constructor() {
    super();
    this.box = createRef();
    this.roads = createRef();
    this.moving = createRef();
    this.view = new View();
    this.pointers = new Map();
    this.drawn = 0;
    this.painted = 0;
    this.state = { seconds: null };
  }

  componentDidMount() {
    this.colors = palette();
    this.forget = onTheme(() => {
      this.colors = palette();
      this.isStale = true;
    });
    this.watcher = new ResizeObserver(() => this.resize());
    this.watcher.observe(this.box.current);
    this.box.current.addEventListener("wheel", this.wheel, { passive: false });
    this.resize();
    this.view.fit(this.props.network.bounds);
    this.second = { begin: performance.now(), frames: 0 };
    this.next = requestAnimationFrame(this.draw);
  }

  componentWillUnmount() {
    cancelAnimationFrame(this.next);
    this.watcher.disconnect();
    this.forget();
    this.box.current?.removeEventListener("wheel", this.wheel);
  }

  componentDidUpdate(before) {
    if (before.network !== this.props.network) {
      this.view.fit(this.props.network.bounds);
      this.isStale = true;
    }
  }

  resize() {
    const { width, height } = this.box.current.getBoundingClientRect();
    const whole = this.view.width === 1;
    this.pixels = Math.min(2, devicePixelRatio || 1);
    for (const canvas of [this.roads.current, this.moving.current]) {
      canvas.width = Math.round(width * this.pixels);
      canvas.height = Math.round(height * this.pixels);
    }
    this.view.resize(width, height);
    if (whole || this.isFitted) this.fit();
    this.isStale = true;
  }

  fit = () => {
    this.view.fit(this.props.network.bounds);
    this.isFitted = true;
    this.isStale = true;
  };

  change(how) {
    how(this.view);
    this.isFitted = false;
    this.isStale = true;
  }

  draw = (time) => {
    const { network, feed } = this.props;
    if (this.isStale) {
      paintRoads(this.roads.current.getContext("2d"), network, this.view, this.pixels, this.colors);
      this.isStale = false;
      this.box.current.dataset.roads = ++this.painted;
    }
    const { frame, next, share } = feed?.now(time) ?? {};
    paintFrame(this.moving.current.getContext("2d"), network, this.view, this.pixels, this.colors, frame, next, share);
    this.count(time, frame);
    this.next = requestAnimationFrame(this.draw);
  };

  count(time, frame) {
    this.second.frames++;
    const element = this.box.current;
    element.dataset.frames = ++this.drawn;
    if (frame) element.dataset.seconds = frame.seconds;
    if (time - this.second.begin >= 1000) {
      element.dataset.rate = ((1000 * this.second.frames) / (time - this.second.begin)).toFixed(1);
      this.second = { begin: time, frames: 0 };
    }
    const seconds = frame ? Math.floor(frame.seconds) : null;
    if (seconds !== this.state.seconds) this.setState({ seconds });
  }

  wheel = (event) => {
    event.preventDefault();
    const { left, top } = this.box.current.getBoundingClientRect();
    this.change((view) => view.zoom(Math.exp(-event.deltaY * WHEEL), event.clientX - left, event.clientY - top));
  };

  down = (event) => {
    this.box.current.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
    this.travelled = 0;
  };

  move = (event) => {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = [event.clientX, event.clientY];
    if (this.pointers.size === 2) this.pinch(event.pointerId, before, now);
    else this.change((view) => view.pan(now[0] - before[0], now[1] - before[1]));
    this.travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    this.pointers.set(event.pointerId, now);
  };

  pinch(pointer, before, now) {
    const [, other] = [...this.pointers].find(([id]) => id !== pointer);
    const apart = (place) => Math.max(1, Math.hypot(place[0] - other[0], place[1] - other[1]));
    const { left, top } = this.box.current.getBoundingClientRect();
    this.change((view) =>
      view.zoom(apart(now) / apart(before), (now[0] + other[0]) / 2 - left, (now[1] + other[1]) / 2 - top),
    );
  }

  up = (event) => {
    if (this.pointers.delete(event.pointerId) && this.travelled < 5 && event.type === "pointerup") this.choose(event);
  };

  choose({ clientX, clientY }) {
    const { left, top } = this.box.current.getBoundingClientRect();
    const [x, y] = this.view.toNetwork(clientX - left, clientY - top);
    const near = (signal) => Math.hypot(signal.x - x, signal.y - y) * this.view.scale;
    const [nearest] = [...this.props.network.signals].sort((a, b) => near(a) - near(b));
    if (nearest && near(nearest) < 40) this.props.onSignal?.(nearest.light);
  }

  key = (event) => {
    const moves = {
      ArrowLeft: (view) => view.pan(STEP, 0),
      ArrowRight: (view) => view.pan(-STEP, 0),
      ArrowUp: (view) => view.pan(0, STEP),
      ArrowDown: (view) => view.pan(0, -STEP),
      "+": (view) => view.zoom(1.3),
      "=": (view) => view.zoom(1.3),
      "-": (view) => view.zoom(1 / 1.3),
    };
    if (event.key === "0") this.fit();
    else if (moves[event.key]) this.change(moves[event.key]);
    else return;
    event.preventDefault();
  };

  render({ label }, { seconds }) {
    const button = (name, sign, act) =>
      h("button", { type: "button", "aria-label": name, title: name, onClick: act }, icon(sign));
    return h(
      "div",
      { class: "map" },
      h(
        "div",
        {
          class: "map-box",
          ref: this.box,
          tabIndex: 0,
          role: "application",
          "aria-roledescription": "map",
          "aria-label": `${label}. Arrow keys move it, plus and minus zoom, 0 shows all.`,
          onPointerDown: this.down,
          onPointerMove: this.move,
          onPointerUp: this.up,
          onPointerCancel: this.up,
          onKeyDown: this.key,
        },
        h("canvas", { ref: this.roads, "aria-hidden": "true" }),
        h("canvas", { ref: this.moving, "aria-hidden": "true" }),
      ),
      h(
        "div",
        { class: "map-buttons" },
        button("Zoom in", "plus", () => this.change((view) => view.zoom(1.5))),
        button("Zoom out", "minus", () => this.change((view) => view.zoom(1 / 1.5))),
        button("Show all", "fit", this.fit),
      ),
      seconds !== null && h("p", { class: "map-clock" }, h("span", { class: "sr" }, "Simulated time "), clock(seconds)),
    );
  }
}
