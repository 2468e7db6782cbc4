// The training curves of a run, the most important ones first.
import { Component, h } from "../dom.js";
import { number } from "../format.js";
import { FIRST, label, ordered, unit } from "../metrics.js";
import { empty, panel, skeleton } from "../parts/basics.js";
import { LineChart } from "../parts/chart.js";
import { ChartTable } from "../parts/chart-table.js";
import { isOver } from "../parts/status.js";

/** Points of a curve in the form of a chart. */
export const points = (curve) =>
  curve.points.map(({ decisions, mean, minimum, maximum }) => ({ x: decisions, y: mean, low: minimum, high: maximum }));

/** One chart with its title and newest value. */
export function chartPanel(key, measure, meaning, series, { note = null } = {}) {
  const id = `chart-${key}`;
  const name = label(key);
  return h(
    "figure",
    { class: "panel chart", key, "data-metric": key },
    h(
      "figcaption",
      null,
      h("h3", { id }, name, h("span", { class: "unit" }, measure && ` ${measure}`)),
      note && h("span", { class: "newest" }, note),
      h("p", { class: "note" }, meaning),
    ),
    h(LineChart, { name, series, unit: measure }),
    h(ChartTable, { name, series, unit: measure }),
  );
}

export class Curves extends Component {
  constructor() {
    super();
    this.state = { all: false };
  }

  render({ curves, run }, { all }) {
    if (!curves) return skeleton(6);
    if (!curves.length) return panel("Training curves", nothing(run), { id: "curves" });
    const sorted = ordered(curves, FIRST);
    const first = sorted.filter(({ metric }) => FIRST.includes(metric));
    const shown = all || !first.length ? sorted : first;
    const warmStart = curves[0].points.filter((point) => point.warmStart).at(-1);
    return h(
      "section",
      { "aria-labelledby": "curves" },
      h(
        "div",
        { class: "panel-head bare" },
        h("h2", { id: "curves" }, "Training curves"),
        warmStart &&
          h(
            "p",
            { class: "note" },
            `A rule played the first ${number(warmStart.decisions)} decisions to warm-start the learner.`,
          ),
        sorted.length > first.length &&
          first.length > 0 &&
          h(
            "button",
            { type: "button", "aria-expanded": String(all), onClick: () => this.setState({ all: !all }) },
            all ? "Main metrics only" : `All ${sorted.length} metrics`,
          ),
      ),
      h(
        "div",
        { class: "charts" },
        shown.map((curve) =>
          chartPanel(
            curve.metric,
            unit(curve.unit),
            curve.meaning,
            [{ label: label(curve.metric), place: 0, points: points(curve) }],
            { note: number(curve.points.at(-1)?.mean, 4) },
          ),
        ),
      ),
    );
  }
}

function nothing(run) {
  if (run.status === "QUEUED")
    return empty(
      "Waiting for a worker",
      "The run begins when a worker is free. Workers take runs in the order of submission.",
    );
  return isOver(run.status)
    ? empty("Nothing was measured", "The run ended before its first episode was over.")
    : empty("The first episode is being played", "Curves appear by themselves when it is over.");
}
