// The training curves of a run, the most important ones first.
import { Component, h } from "../dom.js";
import { number, sentence } from "../format.js";
import { FIRST, label, ordered, unit } from "../metrics.js";
import { empty, panel, skeleton } from "../parts/basics.js";
import { LineChart } from "../parts/chart.js";
import { ChartTable } from "../parts/chart-table.js";
import { stageInWords } from "../parts/decisions.js";
import { isOver } from "../parts/status.js";
import { swatch } from "../parts/swatch.js";

const drawn = (points) =>
  points.map(({ decisions, mean, minimum, maximum }) => ({ x: decisions, y: mean, low: minimum, high: maximum }));

/** What the learner itself played, in the form of a chart: without the demonstrations of a rule. */
export const points = (curve) => drawn(curve.points.filter(({ warmStart }) => !warmStart));

/** The newest value of what the learner itself played; undefined before its first episode. */
export const newest = (curve) => curve?.points.filter(({ warmStart }) => !warmStart).at(-1)?.mean;

/** The learner and, in a color of its own, the rule that gave it demonstrations: never one line through both. */
function series(curve) {
  const demonstrations = curve.points.filter(({ warmStart }) => warmStart);
  const own = { label: "learner", place: 0, points: points(curve) };
  return demonstrations.length
    ? [own, { label: `demonstrations by ${demonstrations[0].controller}`, place: 1, points: drawn(demonstrations) }]
    : [{ ...own, label: label(curve.metric) }];
}

/** One chart with its title and newest value; time is what its horizontal axis counts. */
export function chartPanel(key, measure, meaning, series, { note = null, name = label(key), time = "decisions" } = {}) {
  const id = `chart-${key}`;
  return h(
    "figure",
    { class: "panel chart", key, "data-metric": key },
    h(
      "figcaption",
      null,
      h("h3", { id }, name, h("span", { class: "unit" }, measure && ` ${measure}`)),
      note && h("span", { class: "newest" }, note),
      meaning && h("p", { class: "note" }, meaning),
    ),
    h(LineChart, { name, series, unit: measure, xTitle: time, shown: time }),
    series.length > 1 &&
      h(
        "p",
        { class: "note line-key" },
        series.map(({ label: line, place }) => h("span", { key: line }, swatch(place), ` ${line}`)),
      ),
    h(ChartTable, { name, series, unit: measure, xTitle: time }),
  );
}

export class Curves extends Component {
  constructor() {
    super();
    this.state = { all: false };
  }

  render({ curves, run, episodes }, { all }) {
    if (!curves || (!curves.length && episodes > 0)) return skeleton(6);
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
            `The rule ${warmStart.controller} played the first ${number(warmStart.decisions)} decisions, as demonstrations: a line of its own.`,
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
          chartPanel(curve.metric, unit(curve.unit), curve.meaning, series(curve), { note: number(newest(curve), 4) }),
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
    : empty(sentence(stageInWords(run)), "Curves appear by themselves when the first round is over.");
}
