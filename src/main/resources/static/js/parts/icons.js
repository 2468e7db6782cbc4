// Line icons of 24 by 24, drawn with strokes only.
import { h } from "../dom.js";

const PATHS = {
  brand: ["M4 20 9 4h6l5 16", "M12 7v2", "M12 12v2", "M12 17v3"],
  runs: ["M4 5v14h16", "M7 15l4-5 3 3 5-7"],
  experiments: ["M9 3h6", "M10 3v6L4.5 19a1.5 1.5 0 0 0 1.3 2h12.4a1.5 1.5 0 0 0 1.3-2L14 9V3", "M7.5 15h9"],
  compare: ["M4 5v14h16", "M7 16c4 0 4-8 12-8", "M7 10c4 0 6 6 12 6"],
  live: ["M9 2h6v20H9z", "M12 6h.01", "M12 12h.01", "M12 18h.01"],
  replay: ["M4 4v5h5", "M4.5 14a8 8 0 1 0 1-6L4 9", "M11 9l4 3-4 3z"],
  map: ["M9 4 3 6v14l6-2 6 2 6-2V4l-6 2z", "M9 4v14", "M15 6v14"],
  api: ["M8 6l-5 6 5 6", "M16 6l5 6-5 6"],
  plus: ["M12 5v14", "M5 12h14"],
  minus: ["M5 12h14"],
  play: ["M7 4l13 8-13 8z"],
  pause: ["M8 5v14", "M16 5v14"],
  fit: ["M4 9V4h5", "M20 9V4h-5", "M4 15v5h5", "M20 15v5h-5"],
  search: ["M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14z", "M16 16l5 5"],
  queued: ["M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z", "M12 8v4l3 2"],
  running: ["M7 5l11 7-11 7z"],
  good: ["M5 13l4 4L19 7"],
  bad: ["M6 6l12 12", "M18 6 6 18"],
  stopped: ["M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z", "M7 7l10 10"],
  warning: ["M12 4 2.5 20h19z", "M12 10v4", "M12 17h.01"],
  left: ["M15 5l-7 7 7 7"],
  right: ["M9 5l7 7-7 7"],
};

export function icon(name) {
  return h(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    PATHS[name].map((d) => h("path", { d })),
  );
}
