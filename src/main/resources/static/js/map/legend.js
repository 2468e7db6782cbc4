// The legend of the map.
import { h } from "../dom.js";

const SIGNS = [
  ["go", "Green"],
  ["yield", "Yellow"],
  ["stop", "Red"],
  ["car", "Vehicle"],
  ["halted", "Halting vehicle"],
  ["queue", "Queue: longer and redder"],
];

export const legend = () =>
  h(
    "ul",
    { class: "legend", "aria-label": "Legend of the map" },
    SIGNS.map(([kind, name]) => h("li", null, h("span", { class: `sign ${kind}`, "aria-hidden": "true" }), name)),
  );
