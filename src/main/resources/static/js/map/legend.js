// What the signs on the map mean.
import { h } from "../dom.js";

const SIGNS = [
  ["go", "Go"],
  ["yield", "Yellow"],
  ["stop", "Stop"],
  ["car", "Vehicle"],
  ["halted", "Halted"],
  ["queue", "Queue: longer and redder"],
];

export const legend = () =>
  h(
    "ul",
    { class: "legend", "aria-label": "Signs on the map" },
    SIGNS.map(([kind, name]) => h("li", null, h("span", { class: `sign ${kind}`, "aria-hidden": "true" }), name)),
  );
