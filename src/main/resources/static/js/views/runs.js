// All runs, page by page, with their newest metrics.

import { get } from "../api.js";
import { Component, h } from "../dom.js";
import { ago, duration, moment, number, percent, title, whole, worked } from "../format.js";
import { bar, empty, head } from "../parts/basics.js";
import { choice } from "../parts/fields.js";
import { icon } from "../parts/icons.js";
import { Loader } from "../parts/loader.js";
import { status, word } from "../parts/status.js";
import { go, href, settle } from "../router.js";

const PAGE = 25;
const EVERY_MILLIS = 3000;
const STATES = ["RUNNING", "QUEUED", "FINISHED", "FAILED", "CANCELED"];
const MOST_COMPARED = 12;

export class Runs extends Component {
  constructor({ parameters }) {
    super();
    this.state = { chosen: [], q: parameters.q ?? "" };
  }

  /** The search field follows the address, except during typing. */
  componentDidUpdate(before) {
    const { q = "" } = this.props.parameters;
    if (q !== (before.parameters.q ?? "") && q !== this.state.q) this.setState({ q });
  }

  componentWillUnmount() {
    clearTimeout(this.typing);
  }

  set(more) {
    settle({ ...this.props.parameters, offset: undefined, ...more });
  }

  search = (event) => {
    const q = event.currentTarget.value;
    this.setState({ q });
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.set({ q }), 250);
  };

  choose = (id, on) => {
    const { chosen } = this.state;
    this.setState({ chosen: on ? [...chosen, id].slice(-MOST_COMPARED) : chosen.filter((one) => one !== id) });
  };

  render({ parameters }, { chosen }) {
    const filter = { ...parameters, limit: PAGE };
    return h(
      "div",
      null,
      head("Runs", h("a", { class: "button primary", href: href(["runs", "new"]) }, icon("plus"), "New run")),
      h(
        Loader,
        { on: JSON.stringify(filter), every: EVERY_MILLIS, load: () => get("runs", filter), lines: 10 },
        (page) => [this.filters(parameters, page), this.list(page, parameters), this.pages(page, parameters)],
      ),
      chosen.length > 0 && this.chosenBar(chosen),
    );
  }

  filters({ status: wanted = "", scenario = "", algorithm = "" }, { byStatus, scenarios, algorithms }) {
    const all = Object.values(byStatus).reduce((sum, runs) => sum + runs, 0);
    const chip = (state, name, runs) =>
      h(
        "button",
        {
          type: "button",
          class: "chip",
          "aria-pressed": String(wanted === state),
          onClick: () => this.set({ status: state }),
        },
        name,
        h("span", { class: "number" }, whole(runs)),
      );
    return h(
      "div",
      { class: "filters" },
      h(
        "div",
        { class: "chips", role: "group", "aria-label": "Filter by state" },
        chip("", "All", all),
        STATES.map((state) => chip(state, word(state), byStatus[state] ?? 0)),
      ),
      h(
        "label",
        null,
        h("span", { class: "sr" }, "Scenario"),
        choice([["", "All scenarios"], ...including(scenarios, scenario)], scenario, (value) =>
          this.set({ scenario: value }),
        ),
      ),
      h(
        "label",
        null,
        h("span", { class: "sr" }, "Algorithm"),
        choice([["", "All algorithms"], ...including(algorithms, algorithm)], algorithm, (value) =>
          this.set({ algorithm: value }),
        ),
      ),
      h(
        "label",
        { class: "search" },
        icon("search"),
        h("span", { class: "sr" }, "Name or id"),
        h("input", {
          type: "search",
          placeholder: "Name or id",
          value: this.state.q,
          onInput: this.search,
          autocomplete: "off",
          spellcheck: false,
        }),
      ),
    );
  }

  list({ runs, byStatus }, parameters) {
    if (!runs.length) return this.nothing(byStatus, parameters);
    return h(
      "div",
      { class: "panel table-panel" },
      h(
        "table",
        { class: "cards runs" },
        h("caption", { class: "sr" }, "Runs, the newest first, with the learner’s newest episode"),
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            h("th", { scope: "col" }, h("span", { class: "sr" }, "Compare")),
            ["State", "Run", "Scenario", "Algorithm", "Progress"].map((name) => h("th", { scope: "col" }, name)),
            ["Time in system", "Queue", "Delay", "R̄"].map((name) => h("th", { scope: "col", class: "figure" }, name)),
            h("th", { scope: "col" }, "Created"),
          ),
        ),
        h(
          "tbody",
          null,
          runs.map((run) => this.row(run)),
        ),
      ),
    );
  }

  row(run) {
    const { latestMetrics } = run;
    const name = title(run);
    const share = Math.min(1, run.progress.decisions / run.decisions);
    return h(
      "tr",
      { key: run.id, "data-run": run.id },
      h(
        "td",
        { class: "pick" },
        h("input", {
          type: "checkbox",
          "aria-label": `Compare ${name}, seed ${run.seed}`,
          checked: this.state.chosen.includes(run.id),
          onChange: (event) => this.choose(run.id, event.currentTarget.checked),
        }),
      ),
      h("td", { class: "state" }, status(run.status)),
      h(
        "td",
        { class: "main" },
        h("a", { href: href(["runs", run.id]) }, name),
        h("span", { class: "sub" }, `seed ${run.seed}`),
      ),
      h("td", { "data-label": "Scenario" }, run.scenario),
      h("td", { "data-label": "Algorithm" }, run.algorithm),
      h(
        "td",
        { class: "progress", "data-label": "Progress" },
        bar(share, `Progress of ${name}`),
        h(
          "span",
          { class: "sub" },
          `${percent(share)} of ${number(run.decisions)}${run.startedAt ? `, ${duration(worked(run))}` : ""}`,
        ),
      ),
      h(
        "td",
        { class: "figure", "data-label": "Time in system" },
        latestMetrics.timeInSystemVehicleHours === undefined
          ? "–"
          : `${number(latestMetrics.timeInSystemVehicleHours)} veh·h`,
      ),
      h("td", { class: "figure", "data-label": "Queue" }, number(latestMetrics.meanQueueVehicles)),
      h(
        "td",
        { class: "figure", "data-label": "Delay" },
        latestMetrics.delaySeconds === undefined ? "–" : `${number(latestMetrics.delaySeconds)} s`,
      ),
      h("td", { class: "figure", "data-label": "R̄" }, number(latestMetrics.paperReward)),
      h("td", { "data-label": "Created", title: moment(run.createdAt) }, ago(run.createdAt)),
    );
  }

  nothing(byStatus, parameters) {
    const filtered = ["status", "scenario", "algorithm", "q"].some((name) => parameters[name]);
    return filtered || Object.keys(byStatus).length
      ? empty(
          "No runs found",
          "No run matches these filters.",
          h("button", { type: "button", onClick: () => go("runs") }, "Show all runs"),
        )
      : empty(
          "No runs yet",
          "A run trains the agents of a scenario. Start one here, with ./clearway demo, or over REST.",
          h("a", { class: "button primary", href: href(["runs", "new"]) }, "Start the first run"),
        );
  }

  pages({ total, runs }, parameters) {
    const offset = Number(parameters.offset ?? 0);
    if (total <= PAGE && offset === 0) return null;
    const to = (next) => this.set({ offset: next || undefined });
    return h(
      "nav",
      { class: "pages", "aria-label": "Pages" },
      h(
        "button",
        { type: "button", disabled: offset === 0, onClick: () => to(Math.max(0, offset - PAGE)) },
        icon("left"),
        "Newer",
      ),
      h(
        "span",
        { role: "status" },
        `${whole(Math.min(total, offset + 1))}–${whole(offset + runs.length)} of ${whole(total)}`,
      ),
      h(
        "button",
        { type: "button", disabled: offset + PAGE >= total, onClick: () => to(offset + PAGE) },
        "Older",
        icon("right"),
      ),
    );
  }

  chosenBar(chosen) {
    return h(
      "div",
      { class: "float", role: "region", "aria-label": "Selected runs" },
      h("span", null, `${chosen.length} selected`),
      h("button", { type: "button", onClick: () => this.setState({ chosen: [] }) }, "Clear"),
      h("a", { class: "button primary", href: href("compare", { runs: chosen.join(",") }) }, "Compare"),
    );
  }
}

/** The names with the selected one, which may no longer exist. */
const including = (names, chosen) => [...new Set([...names, chosen])].filter(Boolean).sort();
