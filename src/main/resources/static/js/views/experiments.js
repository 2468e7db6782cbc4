// All experiments with their progress.

import { get } from "../api.js";
import { h } from "../dom.js";
import { ago, duration, moment, percent, whole } from "../format.js";
import { bar, empty, head } from "../parts/basics.js";
import { icon } from "../parts/icons.js";
import { Loader } from "../parts/loader.js";
import { status } from "../parts/status.js";
import { href } from "../router.js";

const EVERY_MILLIS = 3000;

export function Experiments() {
  return h(
    "div",
    null,
    head(
      "Experiments",
      h("a", { class: "button primary", href: href(["experiments", "new"]) }, icon("plus"), "New experiment"),
    ),
    h(Loader, { every: EVERY_MILLIS, load: () => get("experiments"), lines: 6 }, list),
  );
}

function list(experiments) {
  if (!experiments.length)
    return empty(
      "No experiments yet",
      "An experiment trains and evaluates algorithms and rules on scenarios with several seeds, and compares them.",
      h("a", { class: "button primary", href: href(["experiments", "new"]) }, "Describe the first"),
    );
  return h(
    "div",
    { class: "panel table-panel" },
    h(
      "table",
      { class: "cards" },
      h("caption", { class: "sr" }, "Experiments, the newest first"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          ["State", "Experiment", "Progress", "Trials over", "Created"].map((name) => h("th", { scope: "col" }, name)),
        ),
      ),
      h("tbody", null, experiments.map(row)),
    ),
  );
}

/** Share of the decisions of training and evaluation that are done. */
export const share = ({ decisionsDone, decisions }) => (decisions ? Math.min(1, decisionsDone / decisions) : 1);

export const left = ({ secondsLeft }) => (secondsLeft === null ? "" : `, about ${duration(secondsLeft)} left`);

function row(experiment) {
  const { id, name, description, trialCount, over, createdAt } = experiment;
  return h(
    "tr",
    { key: id, "data-experiment": id },
    h("td", { class: "state" }, status(experiment.status)),
    h(
      "td",
      { class: "main" },
      h("a", { href: href(["experiments", id]) }, name),
      h("span", { class: "sub" }, description),
    ),
    h(
      "td",
      { class: "progress", "data-label": "Progress" },
      bar(share(experiment), `Progress of ${name}`),
      h("span", { class: "sub" }, `${percent(share(experiment))}${left(experiment)}`),
    ),
    h("td", { "data-label": "Trials over" }, `${whole(over)} of ${whole(trialCount)}`),
    h("td", { "data-label": "Created", title: moment(createdAt) }, ago(createdAt)),
  );
}
