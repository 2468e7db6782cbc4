// Results of an experiment, group by group: scores with intervals, comparisons, curves, performance profiles.

import { h } from "../dom.js";
import { number } from "../format.js";
import { label, unit } from "../metrics.js";
import { panel } from "../parts/basics.js";
import { LineChart } from "../parts/chart.js";
import { ChartTable } from "../parts/chart-table.js";
import { swatch } from "../parts/swatch.js";
import { table } from "../parts/table.js";
import { scale, whisker } from "../parts/whisker.js";

export function ExperimentResults({ results }) {
  const groups = [...new Set(results.summaries.map(({ group }) => group))];
  return groups.map((group, place) => section(results, group, place));
}

function section(results, group, place) {
  const of = (items) => items.filter((item) => item.group === group);
  const curves = results.curves.filter(({ scenario }) => scenario === group);
  const comparisons = of(results.comparisons);
  const measure = unit(results.unit);
  return [
    panel(`Scores: ${group}`, scores(of(results.summaries)), {
      id: `scores-${place}`,
      note: `${label(results.metric)}${measure && ` (${measure})`}, ${results.better} is better; with 95 % intervals by a stratified bootstrap. IQM is the interquartile mean over the training seeds.`,
    }),
    comparisons.length > 0 &&
      panel(`Comparisons: ${group}`, compared(comparisons), {
        id: `comparisons-${place}`,
        note: "Differences are paired by seed; p is of the paired t test, corrected for all comparisons of the experiment (Holm).",
      }),
    [...new Set(curves.map(({ metric }) => metric))].map((metric) =>
      chart(
        `${label(metric)} in training: ${group}`,
        `curve-${place}-${metric}`,
        "Mean ± standard deviation over the training seeds of the learner’s last ten own episodes.",
        curves.filter((curve) => curve.metric === metric).map(curveSeries),
      ),
    ),
    chart(
      `Performance profile: ${group}`,
      `profile-${place}`,
      "Share of runs that are better than a score, with its 95 % interval.",
      of(results.profiles).map(profileSeries),
      "score",
    ),
  ];
}

const curveSeries = ({ competitor, points }, place) => ({
  label: competitor,
  place,
  points: points.map(({ decisions, mean, deviation }) => ({
    x: decisions,
    y: mean,
    low: mean - deviation,
    high: mean + deviation,
  })),
});

const profileSeries = ({ competitor, points }, place) => ({
  label: competitor,
  place,
  points: points.map(({ score, share }) => ({ x: score, y: share.estimate, low: share.lower, high: share.upper })),
});

function chart(title, id, note, series, xTitle = "decisions") {
  return panel(
    title,
    [
      h(LineChart, { name: title, series, xTitle, shown: xTitle }),
      h(
        "ul",
        { class: "key" },
        series.map(({ label: name, place }) => h("li", null, swatch(place), h("span", null, name))),
      ),
      h(ChartTable, { name: title, series, unit: "", xTitle }),
    ],
    { id, note },
  );
}

const interval = ({ estimate, lower, upper }) => `${number(estimate, 4)} [${number(lower, 4)}, ${number(upper, 4)}]`;

function scores(summaries) {
  // the whiskers of the page are symmetric; the interval in figures is not
  const figures = summaries.map(({ interquartileMean: { lower, upper } }) => ({
    mean: (lower + upper) / 2,
    halfWidth: (upper - lower) / 2,
  }));
  const place = scale(figures);
  return table(
    "Scores",
    ["Competitor", "IQM [95 %]", "As a plot", "Mean [95 %]", "Runs", "Episodes of each"],
    summaries.map(({ competitor, runs, episodes, interquartileMean, mean }, at) => [
      competitor,
      interval(interquartileMean),
      whisker(figures[at], place, runs > 1),
      interval(mean),
      runs,
      episodes,
    ]),
  );
}

function compared(comparisons) {
  return table(
    "Comparisons",
    ["First", "Second", "The first is", "Difference [95 %]", "P(first better) [95 %]", "p (Holm)", "Over"],
    comparisons.map(({ first, second, conclusion, difference, probabilityOfImprovement, test }) => [
      first,
      second,
      h("span", { class: `comparison ${KINDS[conclusion] ?? "quiet"}` }, conclusion),
      interval(difference),
      interval(probabilityOfImprovement),
      typeof test.adjusted === "number" ? number(test.adjusted, 2) : "–",
      test.overTrainingSeeds ? "training seeds" : "evaluation seeds",
    ]),
  );
}

const KINDS = { better: "good", worse: "bad" };
