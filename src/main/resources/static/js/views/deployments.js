// Controllers that drive live simulations.

import { get, part, remove } from "../api.js";
import { h } from "../dom.js";
import { ago, clock, moment, number, shortId, title } from "../format.js";
import { AskFirst } from "../parts/ask.js";
import { empty, head, trouble } from "../parts/basics.js";
import { icon } from "../parts/icons.js";
import { Loader } from "../parts/loader.js";
import { isOver, status } from "../parts/status.js";
import { href } from "../router.js";

const EVERY_MILLIS = 1500;

const DATABASE_AWAY = {
  title: "The database cannot be reached",
  detail: "Only what this service drives now is listed, and can be looked at, ordered and released as always.",
  hint: "Check that PostgreSQL runs. The service recovers by itself.",
};

export const controllerName = ({ controller, checkpoint }) => controller ?? `checkpoint ${shortId(checkpoint)}`;

export const handBack = (deployment, after) =>
  h(AskFirst, {
    label: "Release",
    title: "Release control?",
    yes: "Release control",
    words:
      "Every signal passes through yellow to the network’s own program. A SUMO whose only client disconnects ends its simulation.",
    act: async () => {
      await remove(`deployments/${part(deployment.id)}`);
      after?.();
    },
  });

export const fallbackShare = ({ signalCount, signalsInFallback }) =>
  signalCount === 0 ? "–" : `${Math.round((100 * signalsInFallback) / signalCount)} %`;

export function Deployments() {
  return h(
    "div",
    null,
    head(
      "Live",
      h("a", { class: "button primary", href: href(["deployments", "new"]) }, icon("plus"), "Drive a simulation"),
    ),
    h(Loader, { load: () => get("deployments"), every: EVERY_MILLIS }, list),
  );
}

function list(deployments, again) {
  if (!deployments.length) {
    return empty(
      "No deployments",
      "A deployment lets a rule or a checkpoint control a SUMO that you run. To watch an episode without your own SUMO, record one.",
      h(
        "div",
        { class: "actions" },
        h("a", { class: "button primary", href: href(["deployments", "new"]) }, "Drive a simulation"),
        h("a", { class: "button", href: href("recordings") }, "Record an episode"),
      ),
    );
  }
  return [deployments[0].fromMemory && trouble(DATABASE_AWAY), table(deployments, again)];
}

function table(deployments, again) {
  return h(
    "div",
    { class: "panel table-panel" },
    h(
      "table",
      { class: "cards" },
      h("caption", { class: "sr" }, "Deployments, the newest first"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          ["State", "Deployment", "Scenario"].map((name) => h("th", { scope: "col" }, name)),
          ["Time", "Queue", "Waiting time", "In fallback"].map((name) =>
            h("th", { scope: "col", class: "figure" }, name),
          ),
          h("th", { scope: "col" }, "Created"),
          h("th", { scope: "col" }, h("span", { class: "sr" }, "Actions")),
        ),
      ),
      h(
        "tbody",
        null,
        deployments.map((deployment) => row(deployment, again)),
      ),
    ),
  );
}

function row(deployment, again) {
  const { id, state, message, scenario, traffic, createdAt } = deployment;
  return h(
    "tr",
    { key: id, "data-deployment": id },
    h("td", { class: "state" }, status(state)),
    h(
      "td",
      { class: "main" },
      h("a", { href: href(["deployments", id]) }, title(deployment)),
      h("span", { class: "sub" }, message || controllerName(deployment)),
    ),
    h("td", { "data-label": "Scenario" }, scenario),
    h("td", { class: "figure", "data-label": "Time" }, clock(traffic.seconds)),
    h("td", { class: "figure", "data-label": "Queue" }, number(traffic.meanQueueVehicles)),
    h("td", { class: "figure", "data-label": "Waiting time" }, `${number(traffic.meanWaitingSeconds)} s`),
    h(
      "td",
      {
        class: "figure",
        "data-label": "In fallback",
        title: `${deployment.signalsInFallback} of ${deployment.signalCount} signals`,
      },
      fallbackShare(deployment),
    ),
    h("td", { "data-label": "Created", title: moment(createdAt) }, ago(createdAt)),
    h("td", { class: "actions" }, !isOver(state) && state !== "FAILED" && handBack(deployment, again)),
  );
}
