// A piece of a chart's line, for keys.
import { h } from "../dom.js";
import { line } from "./colors.js";

export function swatch(place) {
  const { color, dash } = line(place);
  return h(
    "svg",
    { class: "swatch", viewBox: "0 0 28 8", "aria-hidden": "true", focusable: "false" },
    h("line", {
      x1: 0,
      x2: 28,
      y1: 4,
      y2: 4,
      stroke: color,
      "stroke-width": 3,
      "stroke-dasharray": dash.join(" ") || null,
    }),
  );
}
