// The held-out evaluation: the learned policy and the rules, with intervals.
import { Component, h } from "../dom.js";
import { interval } from "../format.js";
import { comparison, label, ordered, RESULTS, unit } from "../metrics.js";
import { empty, panel, skeleton } from "../parts/basics.js";
import { choice } from "../parts/fields.js";
import { isOver } from "../parts/status.js";
import { scale, whisker } from "../parts/whisker.js";

export class Results extends Component {
  constructor() {
    super();
    this.state = { chosen: null };
  }

  render({ results, run }, { chosen }) {
    if (!results) return skeleton(4);
    if (!results.rows.length) return panel("Held-out evaluation", nothing(run), { id: "results" });
    const columns = ordered(results.columns, RESULTS);
    const key = chosen ?? columns[0].metric;
    const column = columns.find(({ metric }) => metric === key) ?? columns[0];
    const shown = columns.filter(({ metric }) => RESULTS.includes(metric) && metric !== column.metric);
    return panel(
      "Held-out evaluation",
      h(
        "div",
        { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Results" },
        this.table(results, column, shown, run.selection?.ruleKept ? "kept rule" : "learned"),
      ),
      {
        id: "results",
        note: `${run.selection ? `The run ${run.selection.text}. ` : ""}Means over held-out seeds, with 95 % intervals. ${column.meaning}.`,
        actions: h(
          "label",
          { class: "inline" },
          "Plot ",
          choice(
            columns.map(({ metric }) => [metric, label(metric)]),
            column.metric,
            (value) => this.setState({ chosen: value }),
          ),
        ),
      },
    );
  }

  table(results, column, shown, origin) {
    const key = column.metric;
    const rows = [...results.rows].sort(
      (a, b) => Number(b.controller === results.learned) - Number(a.controller === results.learned),
    );
    const figures = rows.map((row) => row.metrics[key]).filter(Boolean);
    const place = scale(figures.length ? figures : [{ mean: 0 }]);
    const named = ({ metric, unit: written }) =>
      h(
        "th",
        { scope: "col", class: "figure" },
        label(metric),
        unit(written) && h("span", { class: "unit" }, ` ${unit(written)}`),
      );
    return h(
      "table",
      { class: "results" },
      h("caption", { class: "sr" }, "Controllers on held-out seeds"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          h("th", { scope: "col" }, "Controller"),
          named(column),
          h("th", { scope: "col" }, h("span", { class: "sr" }, "As a plot")),
          h("th", { scope: "col" }, "Final policy minus controller"),
          shown.map(named),
          h("th", { scope: "col", class: "figure" }, "Seeds"),
        ),
      ),
      h(
        "tbody",
        null,
        rows.map((row) => this.row(row, results, key, place, shown, origin)),
      ),
    );
  }

  row(row, results, key, place, shown, origin) {
    const own = row.controller === results.learned;
    const figure = row.metrics[key];
    const difference = row.pairedDifferences[key];
    return h(
      "tr",
      { class: own ? "own" : null, "data-controller": row.controller },
      h(
        "th",
        { scope: "row" },
        row.controller,
        own
          ? h("span", { class: "tag" }, origin)
          : row.controller === results.reference && h("span", { class: "tag" }, "reference"),
      ),
      h("td", { class: "figure" }, figure ? interval(figure) : "–"),
      h("td", null, figure && whisker(figure, place, own)),
      h(
        "td",
        null,
        own
          ? h("span", { class: "quiet" }, "–")
          : difference
            ? against(key, difference)
            : h("span", { class: "quiet" }, "not yet"),
      ),
      shown.map(({ metric }) =>
        h("td", { class: "figure" }, row.metrics[metric] ? interval(row.metrics[metric]) : "–"),
      ),
      h("td", { class: "figure" }, row.seeds),
    );
  }
}

function against(key, difference) {
  const result = comparison(key, difference);
  const sign = difference.mean > 0 ? "+" : "";
  return [
    h(
      "span",
      { class: `comparison ${result === "better" ? "good" : result === "worse" ? "bad" : "quiet"}` },
      result || "difference",
    ),
    ` ${sign}${interval(difference)}`,
  ];
}

function nothing(run) {
  if (run.policyEvaluation)
    return empty(
      isOver(run.status) ? "No evaluation" : "After training",
      `The final policy alone plays ${run.policyEvaluation.seeds.length} held-out seeds, as its experiment asks for.`,
    );
  if (run.evaluationSeeds === 0)
    return empty("No evaluation requested", "Submit a run with held-out episodes to compare it with the rules.");
  return isOver(run.status)
    ? empty("No evaluation", "The run ended before its policy was played on held-out seeds.")
    : empty(
        "After training",
        `The final policy and the rules of ${run.scenario} then play ${run.evaluationSeeds} held-out seeds each.`,
      );
}
