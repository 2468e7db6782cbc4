// One run: progress, curves, comparison with the rules, checkpoints.

import { get, part, remove } from "../api.js";
import { Component, h } from "../dom.js";
import { duration, moment, number, percent, title, whole, worked } from "../format.js";
import { label } from "../metrics.js";
import { AskFirst } from "../parts/ask.js";
import { bar, head, skeleton, tile, trouble } from "../parts/basics.js";
import { decisionsInWords, stageInWords } from "../parts/decisions.js";
import { isOver, status } from "../parts/status.js";
import { href } from "../router.js";
import { listen } from "../stream.js";
import { BeforeAfter } from "./run-before-after.js";
import { Checkpoints } from "./run-checkpoints.js";
import { Comparisons } from "./run-comparisons.js";
import { Curves, newest } from "./run-curves.js";
import { Results } from "./run-results.js";
import { Series } from "./run-series.js";
import { settingsPanel } from "./run-settings.js";
import { Travel } from "./run-travel.js";

const BETWEEN_CURVES_MILLIS = 2000;
const TILES = ["timeInSystemVehicleHours", "meanQueueVehicles", "delaySeconds", "arrived", "paperReward"];

export class Run extends Component {
  constructor() {
    super();
    this.state = {
      pulse: null,
      curves: null,
      results: null,
      travel: null,
      series: null,
      checkpoints: null,
      problem: null,
      isLive: false,
    };
    this.again = () => this.begin();
  }

  componentDidMount() {
    this.isHere = true;
    this.begin();
  }

  componentWillUnmount() {
    this.isHere = false;
    this.stop?.();
    clearTimeout(this.waiting);
    clearTimeout(this.pausing);
  }

  path(more = "") {
    return `runs/${part(this.props.id)}${more}`;
  }

  /** Requests the run once, which tells an unknown run from a missing service or database, and then subscribes. */
  async begin() {
    clearTimeout(this.waiting);
    try {
      await get(this.path());
      if (!this.isHere) return;
      if (this.state.problem) this.fetchAll();
      this.setState({ problem: null });
      this.stop ??= listen(this.path("/events"), { run: (pulse) => this.take(pulse) }, (isLive) => this.hear(isLive));
    } catch (problem) {
      if (!this.isHere) return;
      this.setState({ problem });
      if (problem.passing) this.waiting = setTimeout(this.again, 3000);
    }
  }

  /** An interrupted stream does not state the cause; a request does. */
  hear(isLive) {
    this.setState({ isLive });
    if (!isLive && this.isHere) this.begin();
  }

  take(pulse) {
    const before = this.state.pulse;
    this.setState({ pulse });
    document.title = `${title(pulse.run)} · Clearway`;
    if (before?.episodes !== pulse.episodes) this.fetchCurves();
    if (before?.evaluations !== pulse.evaluations) this.fetchResults();
    if (before?.checkpoints !== pulse.checkpoints || before?.run.progress.rounds !== pulse.run.progress.rounds)
      this.fetch("checkpoints", "/checkpoints");
  }

  /** Limits the refresh rate. */
  fetchCurves() {
    if (this.isDue) return;
    this.isDue = true;
    const pause = this.state.curves ? BETWEEN_CURVES_MILLIS : 0;
    this.pausing = setTimeout(() => {
      this.isDue = false;
      this.fetch("curves", "/curves?points=240");
    }, pause);
  }

  /** What may have changed while the connection was interrupted. */
  fetchAll() {
    this.fetchCurves();
    this.fetchResults();
    this.fetch("checkpoints", "/checkpoints");
  }

  fetchResults() {
    this.fetch("results", "/results");
    this.fetch("travel", "/travel");
    this.fetch("series", "/series");
  }

  async fetch(name, path) {
    try {
      const news = await get(this.path(path));
      if (this.isHere) this.setState({ [name]: news, problem: null });
    } catch (problem) {
      if (this.isHere) this.setState({ problem });
    }
  }

  render(_, { pulse, curves, results, travel, series, checkpoints, problem, isLive }) {
    if (!pulse) return problem ? this.failed(problem) : skeleton(12);
    const { run } = pulse;
    const share = Math.min(1, run.progress.decisions / run.decisions);
    return h(
      "div",
      { "data-episodes": pulse.episodes, "data-live": String(isLive) },
      h("p", { class: "crumbs" }, h("a", { href: "#/runs" }, "Runs"), " / ", h("span", null, title(run))),
      head(
        title(run),
        this.actions(run),
        h(
          "p",
          { class: "under" },
          status(run.status),
          run.cancelRequested && !isOver(run.status) && h("span", null, "canceling …"),
          h("span", null, run.scenario),
          h("span", null, run.algorithm),
          h("span", null, `seed ${run.seed}`),
          !isLive && h("span", { class: "quiet", role: "status" }, "waiting for events …"),
        ),
      ),
      problem && trouble({ ...problem, title: `Not up to date: ${problem.title}` }, this.again),
      run.failure &&
        trouble({
          title: "The run failed",
          detail: run.failure,
          hint: "Correct the cause, then submit the run again with the same settings.",
        }),
      h(Comparisons, { results, run }),
      this.figures(run, share, curves, pulse),
      h(Curves, { curves, run, episodes: pulse.episodes }),
      h(Results, { results, run }),
      h(Series, { series, results }),
      h(Travel, { travel, results }),
      h(BeforeAfter, { run, results }),
      h(Checkpoints, { checkpoints, run, live: pulse.live }),
      settingsPanel(run),
    );
  }

  failed(problem) {
    return h(
      "div",
      null,
      h("h1", null, "Run"),
      trouble(problem, this.again),
      h("p", null, h("a", { class: "button", href: "#/runs" }, "Go to the list of runs")),
    );
  }

  actions(run) {
    return [
      h("a", { class: "button", href: href("compare", { runs: run.id }) }, "Compare"),
      h("a", { class: "button", href: href(["runs", "new"], { like: run.id }) }, "Run again"),
      !isOver(run.status) &&
        h(AskFirst, {
          label: "Cancel",
          title: "Cancel this run?",
          yes: "Cancel the run",
          words:
            "It ends within about a second. Its measurements and newest checkpoints are kept; it cannot be resumed.",
          disabled: run.cancelRequested,
          act: () => remove(this.path()),
        }),
    ];
  }

  figures(run, share, curves, pulse) {
    const last = (key) => newest(curves?.find(({ metric }) => metric === key));
    const seconds = worked(run);
    const left =
      run.status === "RUNNING" && share > 0.02 && share < 1
        ? `, about ${duration((seconds / share) * (1 - share))} left`
        : "";
    const shown = TILES.filter((key) => last(key) !== undefined);
    const tiles = h(
      "dl",
      { class: "tiles" },
      h(
        "div",
        { class: "tile wide" },
        h("dt", null, "Progress"),
        h(
          "dd",
          null,
          percent(share),
          h("span", { class: "unit" }, ` ${decisionsInWords(run)}`),
          bar(share, "Progress"),
          h("span", { class: "sub" }, `${episodesInWords(pulse)} in ${duration(seconds)}${left}`),
          run.status === "RUNNING" && h("span", { class: "sub stage", role: "status" }, stageInWords(run)),
        ),
      ),
      shown.map((key) => tile(label(key), number(last(key)), unitOf(curves, key))),
      !run.startedAt && tile("Created", moment(run.createdAt)),
    );
    return [tiles, shown.length > 0 && h("p", { class: "note" }, "Figures are of the learner’s newest episode.")];
  }
}

/** Demonstrations are the rule's, and are counted apart. */
function episodesInWords({ episodes, demonstrations }) {
  const own = `${whole(episodes - demonstrations.episodes)} episodes of the learner`;
  return demonstrations.episodes
    ? `${own} and ${whole(demonstrations.episodes)} of the rule (${whole(demonstrations.decisions)} decisions)`
    : own;
}

function unitOf(curves, key) {
  const unit = curves.find(({ metric }) => metric === key)?.unit;
  return unit === "1" ? "" : unit;
}
