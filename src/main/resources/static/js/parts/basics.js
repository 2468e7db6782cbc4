// Small elements that every view uses.
import { h } from "../dom.js";
import { percent, sentence } from "../format.js";
import { icon } from "./icons.js";

/** Title of a view with its actions. */
export function head(title, actions = null, below = null) {
  return h(
    "div",
    { class: "head" },
    h("div", { class: "head-words" }, h("h1", null, title), below),
    h("div", { class: "actions" }, actions),
  );
}

export function panel(title, content, { actions = null, note = null, id = null } = {}) {
  return h(
    "section",
    { class: "panel", "aria-labelledby": id },
    h("div", { class: "panel-head" }, h("h2", { id }, title), note && h("p", { class: "note" }, note), actions),
    content,
  );
}

/** An empty state, and what to do about it. */
export function empty(title, words, action = null) {
  return h("div", { class: "empty" }, h("h2", null, title), h("p", null, words), action);
}

/** An error and what to do. */
export function trouble(problem, retry = null) {
  return h(
    "div",
    { class: "trouble", role: "alert" },
    icon("warning"),
    h(
      "div",
      null,
      h("h2", null, problem.title ?? "Something went wrong"),
      h("p", null, sentence(problem.detail ?? problem.message)),
      problem.hint && h("p", null, h("strong", null, "What to do: "), sentence(problem.hint)),
    ),
    retry && h("button", { type: "button", onClick: retry }, "Try again"),
  );
}

export function bar(share, label) {
  return h(
    "div",
    {
      class: "bar",
      role: "progressbar",
      "aria-label": label,
      "aria-valuemin": 0,
      "aria-valuemax": 100,
      "aria-valuenow": Math.floor(100 * share),
      "aria-valuetext": percent(share),
    },
    h("div", { class: "bar-fill", style: { width: `${100 * Math.min(1, share)}%` } }),
  );
}

export function tile(name, value, unit = "", more = null) {
  return h(
    "div",
    { class: "tile" },
    h("dt", null, name),
    h("dd", null, value, unit && h("span", { class: "unit" }, ` ${unit}`), more),
  );
}

/** Pairs of names and values. */
export function facts(pairs) {
  return h(
    "dl",
    { class: "facts" },
    pairs.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value))),
  );
}

export const skeleton = (lines = 6) =>
  h(
    "div",
    { class: "skeleton", role: "status", "aria-label": "Loading" },
    Array.from({ length: lines }, () => h("div")),
  );
