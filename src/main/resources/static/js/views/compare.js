// Several runs on one chart; seeds of equal settings as one line with a band.

import { get, part } from "../api.js";
import { Component, h } from "../dom.js";
import { number, percent, title } from "../format.js";
import { FIRST, label, ordered, unit } from "../metrics.js";
import { band, groups } from "../parts/bands.js";
import { empty, head, panel } from "../parts/basics.js";
import { LineChart } from "../parts/chart.js";
import { ChartTable } from "../parts/chart-table.js";
import { choice } from "../parts/fields.js";
import { Loader } from "../parts/loader.js";
import { status } from "../parts/status.js";
import { swatch } from "../parts/swatch.js";
import { href, settle } from "../router.js";
import { points } from "./run-curves.js";

const EVERY_MILLIS = 5000;
const MOST = 12;

export class Compare extends Component {
  render({ parameters }) {
    const ids = (parameters.runs ?? "").split(",").filter(Boolean).slice(0, MOST);
    const set = (more) => settle({ ...parameters, ...more });
    return h(
      "div",
      null,
      head("Compare runs", h("a", { class: "button", href: "#/runs" }, "Choose in the list")),
      h(
        "div",
        { class: "two" },
        h(Loader, { on: ids.join(), every: EVERY_MILLIS, load: () => load(ids), lines: 8 }, (loaded) =>
          this.chart(loaded, parameters, set),
        ),
        h(Loader, { load: () => get("runs", { limit: 100 }), every: 4 * EVERY_MILLIS, lines: 8 }, ({ runs }) =>
          picker(runs, ids, (chosen) => set({ runs: chosen.join(",") })),
        ),
      ),
    );
  }

  chart(loaded, { metric, seeds = "together" }, set) {
    if (!loaded.length)
      return empty(
        "Nothing to compare yet",
        "Choose up to twelve runs. Runs that differ only in their seed become one line with a band.",
      );
    const curves = ordered(distinct(loaded), FIRST);
    if (!curves.length) return empty("Nothing was measured yet", "Curves appear when the first episodes are over.");
    const shown = curves.find((curve) => curve.metric === metric) ?? curves[0];
    const lines = seeds === "together" ? together(loaded, shown.metric) : apart(loaded, shown.metric);
    const measure = unit(shown.unit);
    return panel(
      label(shown.metric),
      [
        h(LineChart, { name: label(shown.metric), series: lines, unit: measure, tall: true }),
        h(
          "ul",
          { class: "key" },
          lines.map(({ label: name, place, points: drawn, count }) =>
            h(
              "li",
              null,
              swatch(place),
              h("span", null, name),
              count > 1 && h("span", { class: "tag" }, `${count} seeds: mean, minimum and maximum`),
              h("span", { class: "number" }, number(drawn.at(-1)?.y, 4), measure && ` ${measure}`),
            ),
          ),
        ),
        h(ChartTable, { name: label(shown.metric), series: lines, unit: measure }),
        table(loaded),
      ],
      {
        id: "comparison",
        note: shown.meaning,
        actions: h(
          "div",
          { class: "actions" },
          h(
            "label",
            { class: "inline" },
            "Figure ",
            choice(
              curves.map((curve) => [curve.metric, label(curve.metric)]),
              shown.metric,
              (value) => set({ metric: value }),
            ),
          ),
          h(
            "label",
            { class: "inline" },
            "Seeds ",
            choice(
              [
                ["together", "together"],
                ["apart", "apart"],
              ],
              seeds,
              (value) => set({ seeds: value }),
            ),
          ),
        ),
      },
    );
  }
}

/** Runs that no longer exist are omitted. */
async function load(ids) {
  const loaded = await Promise.all(
    ids.map(async (id) => {
      try {
        const [run, curves] = await Promise.all([
          get(`runs/${part(id)}`),
          get(`runs/${part(id)}/curves`, { points: 240 }),
        ]);
        return { run, curves };
      } catch (problem) {
        if (problem.status === 404 || problem.status === 400) return null;
        throw problem;
      }
    }),
  );
  return loaded.filter(Boolean);
}

function distinct(loaded) {
  const found = new Map();
  for (const { curves } of loaded) for (const curve of curves) found.set(curve.metric, curve);
  return [...found.values()];
}

const curveOf = ({ curves }, metric) => {
  const curve = curves.find((one) => one.metric === metric);
  return curve ? points(curve) : [];
};

function apart(loaded, metric) {
  return loaded.map((one, place) => ({
    label: `${title(one.run)}, seed ${one.run.seed}`,
    place,
    points: curveOf(one, metric).map((point) => ({ ...point, low: point.y, high: point.y })),
    count: 1,
  }));
}

function together(loaded, metric) {
  return groups(loaded.map(({ run }) => run)).map((runs, place) => ({
    label: runs.length > 1 ? `${runs[0].algorithm} on ${runs[0].scenario}` : title(runs[0]),
    place,
    count: runs.length,
    points: band(
      runs.map((run) =>
        curveOf(
          loaded.find((one) => one.run === run),
          metric,
        ).map((point) => ({ ...point, low: point.y, high: point.y })),
      ),
    ),
  }));
}

function table(loaded) {
  return h(
    "div",
    { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Compared runs" },
    h(
      "table",
      null,
      h("caption", { class: "sr" }, "Compared runs"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          ["Run", "State", "Seed", "Progress", "Settings given"].map((name) => h("th", { scope: "col" }, name)),
        ),
      ),
      h(
        "tbody",
        null,
        loaded.map(({ run }) =>
          h(
            "tr",
            { key: run.id },
            h("td", null, h("a", { href: href(["runs", run.id]) }, title(run))),
            h("td", null, status(run.status)),
            h("td", null, run.seed),
            h("td", null, percent(Math.min(1, run.progress.decisions / run.decisions))),
            h(
              "td",
              { class: "small" },
              Object.entries({ ...run.scenarioSettings, ...run.algorithmSettings })
                .map(([name, value]) => `${name}=${typeof value === "object" ? JSON.stringify(value) : value}`)
                .join(", ") || "defaults",
            ),
          ),
        ),
      ),
    ),
  );
}

function picker(runs, ids, choose) {
  if (!runs.length)
    return empty(
      "No runs yet",
      "Start one first.",
      h("a", { class: "button primary", href: href(["runs", "new"]) }, "New run"),
    );
  return h(
    "fieldset",
    { class: "panel picker" },
    h("legend", null, "Runs"),
    h(
      "ul",
      null,
      runs.map((run) => {
        const on = ids.includes(run.id);
        return h(
          "li",
          { key: run.id },
          h(
            "label",
            null,
            h("input", {
              type: "checkbox",
              checked: on,
              disabled: !on && ids.length >= MOST,
              onChange: () => choose(on ? ids.filter((id) => id !== run.id) : [...ids, run.id]),
            }),
            h(
              "span",
              null,
              title(run),
              h("span", { class: "sub" }, `${run.algorithm} on ${run.scenario}, seed ${run.seed}`),
            ),
          ),
        );
      }),
    ),
  );
}
