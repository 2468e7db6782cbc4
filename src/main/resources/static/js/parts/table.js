// A table that scrolls by itself where it is wider than the page; the first cell of a row is its heading.

import { h } from "../dom.js";

export function table(caption, headings, rows) {
  return h(
    "div",
    { class: "scroll", tabIndex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      null,
      h("caption", { class: "sr" }, caption),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          headings.map((name) => h("th", { scope: "col" }, name)),
        ),
      ),
      h(
        "tbody",
        null,
        rows.map((cells) =>
          h(
            "tr",
            null,
            cells.map((cell, at) => (at === 0 ? h("th", { scope: "row" }, cell) : h("td", null, cell))),
          ),
        ),
      ),
    ),
  );
}
