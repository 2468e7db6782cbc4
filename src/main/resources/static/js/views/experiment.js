// One experiment: progress, its trials by state, and its results.

import { get, part, postText, remove } from "../api.js";
import { Component, h } from "../dom.js";
import { moment, percent, whole } from "../format.js";
import { AskFirst } from "../parts/ask.js";
import { bar, head, panel, tile, trouble } from "../parts/basics.js";
import { Loader } from "../parts/loader.js";
import { isOver, status, word } from "../parts/status.js";
import { href } from "../router.js";
import { ExperimentResults } from "./experiment-results.js";
import { left, share } from "./experiments.js";

const EVERY_MILLIS = 3000;
const STATES = ["RUNNING", "QUEUED", "FAILED", "CANCELED", "FINISHED"];

export class Experiment extends Component {
  constructor() {
    super();
    this.state = { wanted: "", problem: null };
    this.over = false;
  }

  path(more = "") {
    return `experiments/${part(this.props.id)}${more}`;
  }

  load = async () => {
    const experiment = await get(this.path());
    document.title = `${experiment.name} · Clearway`;
    this.over = isOver(experiment.status);
    return experiment;
  };

  async repeat({ source }, again) {
    this.setState({ problem: null });
    try {
      await postText("experiments", {}, source.text, `application/${source.format.toLowerCase()}`);
      this.over = false;
      again();
    } catch (problem) {
      this.setState({ problem });
    }
  }

  render(_, { problem }) {
    return h(Loader, { load: this.load, every: () => !this.over && EVERY_MILLIS, lines: 10 }, (experiment, again) =>
      h(
        "div",
        null,
        h(
          "p",
          { class: "crumbs" },
          h("a", { href: "#/experiments" }, "Experiments"),
          " / ",
          h("span", null, experiment.name),
        ),
        head(
          experiment.name,
          this.actions(experiment, again),
          h(
            "p",
            { class: "under" },
            status(experiment.status),
            experiment.description && h("span", null, experiment.description),
          ),
        ),
        problem && trouble(problem),
        this.progress(experiment),
        experiment.status === "FINISHED" &&
          h(Loader, { load: () => get(this.path("/results")), lines: 8 }, (results) =>
            h(ExperimentResults, { results }),
          ),
        this.trials(experiment),
        panel("Description", h("pre", { class: "code" }, h("code", null, experiment.source.text)), {
          id: "source",
        }),
      ),
    );
  }

  actions(experiment, again) {
    if (!isOver(experiment.status))
      return h(AskFirst, {
        label: "Cancel",
        title: "Cancel this experiment?",
        yes: "Cancel the experiment",
        words: "Its trials that are not over end within about a second. What is there is kept.",
        act: async () => {
          await remove(this.path());
          again();
        },
      });
    return (
      experiment.status !== "FINISHED" &&
      h(
        "button",
        { type: "button", class: "primary", onClick: () => this.repeat(experiment, again) },
        "Repeat what is missing",
      )
    );
  }

  progress(experiment) {
    return h(
      "dl",
      { class: "tiles" },
      h(
        "div",
        { class: "tile wide" },
        h("dt", null, "Progress"),
        h(
          "dd",
          null,
          percent(share(experiment)),
          h("span", { class: "unit" }, ` of ${whole(experiment.decisions)} decisions`),
          bar(share(experiment), "Progress"),
          h("span", { class: "sub" }, `${whole(experiment.over)} of ${whole(experiment.trialCount)} trials over`),
          h("span", { class: "sub" }, left(experiment).replace(", about", "About")),
        ),
      ),
      STATES.filter((state) => experiment.byStatus[state]).map((state) =>
        tile(word(state), whole(experiment.byStatus[state]), "trials"),
      ),
      tile("Created", moment(experiment.createdAt)),
    );
  }

  trials({ trials, byStatus }) {
    const { wanted } = this.state;
    const shown = trials.filter((trial) => !wanted || trial.status === wanted);
    const chip = (state, name, count) =>
      h(
        "button",
        {
          type: "button",
          class: "chip",
          "aria-pressed": String(wanted === state),
          onClick: () => this.setState({ wanted: state }),
        },
        name,
        h("span", { class: "number" }, whole(count)),
      );
    return panel(
      "Trials",
      [
        h(
          "div",
          { class: "chips", role: "group", "aria-label": "Filter by state" },
          chip("", "All", trials.length),
          STATES.filter((state) => byStatus[state]).map((state) => chip(state, word(state), byStatus[state])),
        ),
        h(
          "div",
          { class: "scroll", tabIndex: 0, role: "region", "aria-label": "Trials" },
          h(
            "table",
            null,
            h("caption", { class: "sr" }, "Trials"),
            h(
              "thead",
              null,
              h(
                "tr",
                null,
                ["State", "Competitor", "Scenario", "Training seed", "Decisions", "Held-out episodes", "Run"].map(
                  (name) => h("th", { scope: "col" }, name),
                ),
              ),
            ),
            h("tbody", null, shown.map(row)),
          ),
        ),
      ],
      { id: "trials" },
    );
  }
}

function row({ number, status: state, competitor, scenario, trainingSeed, work, run, failure }) {
  return h(
    "tr",
    { key: number, "data-trial": number },
    h("td", null, status(state), failure && h("span", { class: "sub" }, failure)),
    h("th", { scope: "row" }, competitor),
    h("td", null, scenario),
    h("td", null, trainingSeed ?? "–"),
    h(
      "td",
      null,
      work.decisions ? `${whole(Math.min(work.decisionsDone, work.decisions))} of ${whole(work.decisions)}` : "–",
    ),
    h("td", null, `${whole(work.episodesDone)} of ${whole(work.episodes)}`),
    h("td", null, run ? h("a", { href: href(["runs", run]) }, "Run") : "–"),
  );
}
