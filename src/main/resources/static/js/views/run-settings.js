// The complete request of a run, so that it can be repeated.
import { h } from "../dom.js";
import { moment, whole } from "../format.js";
import { facts, panel } from "../parts/basics.js";
import { written } from "../parts/settings.js";

export function settingsPanel(run) {
  const pairs = (settings) => Object.entries(settings).map(([name, value]) => [name, written(value)]);
  const given = (name, settings) =>
    h(
      "div",
      null,
      h("h3", null, name),
      Object.keys(settings).length ? facts(pairs(settings)) : h("p", { class: "note" }, "All at their defaults."),
    );
  return panel(
    "Settings and provenance",
    h(
      "div",
      { class: "columns" },
      h(
        "div",
        null,
        h("h3", null, "Run"),
        facts([
          ["id", h("code", null, run.id)],
          ["seed", String(run.seed)],
          ["decisions", whole(run.decisions)],
          [
            "held-out seeds",
            run.evaluationSeeds
              ? `${run.firstEvaluationSeed} to ${run.firstEvaluationSeed + run.evaluationSeeds - 1}`
              : "none",
          ],
          ["created", moment(run.createdAt)],
          ["begun", moment(run.startedAt)],
          ["ended", moment(run.finishedAt)],
          ["simulator", run.simulator ?? "–"],
          ["scenario’s hash", h("code", null, run.scenarioHash)],
        ]),
      ),
      given(`Scenario ${run.scenario}`, run.scenarioSettings),
      given(`Algorithm ${run.algorithm}`, run.algorithmSettings),
    ),
    { id: "settings" },
  );
}
