import { h } from "../dom.js";
import { empty } from "../parts/basics.js";

/** The view for an unknown address. */
export const Nowhere = () =>
  h(
    "div",
    null,
    h("h1", null, "Page not found"),
    empty(
      "Unknown address",
      "The address may be incomplete, or from another version.",
      h("a", { class: "button", href: "#/runs" }, "Go to the list of runs"),
    ),
  );
