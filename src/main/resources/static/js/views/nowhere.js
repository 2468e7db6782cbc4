import { h } from "../dom.js";
import { empty } from "../parts/basics.js";

/** An address that leads nowhere. */
export const Nowhere = () =>
  h(
    "div",
    null,
    h("h1", null, "Nothing here"),
    empty(
      "Page not found",
      "It may be cut off, or from another version.",
      h("a", { class: "button", href: "#/runs" }, "Go to the runs"),
    ),
  );
