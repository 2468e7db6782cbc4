// Entry point: the frame of the page, and the view that it shows.
import { Component, h, render } from "./dom.js";
import { icon } from "./parts/icons.js";
import { here, href } from "./router.js";
import { Compare } from "./views/compare.js";
import { Deployment } from "./views/deployment.js";
import { Deployments } from "./views/deployments.js";
import { Experiment } from "./views/experiment.js";
import { Experiments } from "./views/experiments.js";
import { NewDeployment } from "./views/new-deployment.js";
import { NewExperiment } from "./views/new-experiment.js";
import { NewRun } from "./views/new-run.js";
import { Nowhere } from "./views/nowhere.js";
import { Recording } from "./views/recording.js";
import { Recordings } from "./views/recordings.js";
import { Run } from "./views/run.js";
import { Runs } from "./views/runs.js";
import { Scenario } from "./views/scenario.js";
import { Scenarios } from "./views/scenarios.js";

const SECTIONS = [
  ["runs", "Runs", "runs"],
  ["experiments", "Experiments", "experiments"],
  ["compare", "Compare", "compare"],
  ["deployments", "Live", "live"],
  ["recordings", "Replay", "replay"],
  ["scenarios", "Scenarios", "map"],
];

/** View and title for an address. */
function view({ parts, parameters }) {
  const [section = "runs", id, more] = parts;
  if (more) return [Nowhere, {}, "Page not found"];
  const views = {
    runs: () =>
      id === "new"
        ? [NewRun, { parameters }, "New run"]
        : id
          ? [Run, { id, key: id }, "Run"]
          : [Runs, { parameters }, "Runs"],
    experiments: () =>
      id === "new"
        ? [NewExperiment, {}, "New experiment"]
        : id
          ? [Experiment, { id, key: id }, "Experiment"]
          : [Experiments, {}, "Experiments"],
    compare: () => [Compare, { parameters }, "Compare"],
    deployments: () =>
      id === "new"
        ? [NewDeployment, { parameters }, "Drive a simulation"]
        : id
          ? [Deployment, { id, key: id }, "Deployment"]
          : [Deployments, {}, "Live"],
    recordings: () => (id ? [Recording, { id, key: id }, "Replay"] : [Recordings, { parameters }, "Replay"]),
    scenarios: () => (id ? [Scenario, { name: id, key: id, parameters }, id] : [Scenarios, {}, "Scenarios"]),
  };
  return Object.hasOwn(views, section) ? views[section]() : [Nowhere, {}, "Page not found"];
}

class App extends Component {
  constructor() {
    super();
    this.state = { at: here() };
    this.follow = () => {
      const before = this.state.at.parts.join("/");
      const at = here();
      this.setState({ at }, () => {
        if (before !== at.parts.join("/")) this.arrive();
      });
    };
  }

  componentDidMount() {
    addEventListener("hashchange", this.follow);
  }

  componentWillUnmount() {
    removeEventListener("hashchange", this.follow);
  }

  /** After a change of page the focus moves to its top. */
  arrive() {
    scrollTo(0, 0);
    document.getElementById("content")?.focus({ preventScroll: true });
  }

  render(_, { at }) {
    const [Shown, properties, title] = view(at);
    const section = at.parts[0] ?? "runs";
    document.title = `${title} · Clearway`;
    return h(
      "div",
      { class: "frame" },
      h("a", { class: "skip", href: "#content", onClick: skip }, "Skip to the content"),
      h(
        "header",
        { class: "side" },
        h("a", { class: "brand", href: "#/runs" }, icon("brand"), h("span", null, "Clearway")),
        h(
          "nav",
          { "aria-label": "Sections" },
          SECTIONS.map(([path, name, sign]) =>
            h(
              "a",
              { href: href(path), "aria-current": section === path ? "page" : null },
              icon(sign),
              h("span", null, name),
            ),
          ),
        ),
        h("a", { class: "aside", href: "swagger-ui.html" }, icon("api"), h("span", null, "REST API")),
      ),
      h("main", { id: "content", tabIndex: -1 }, h(Shown, properties)),
    );
  }
}

/** Keeps the address, which names the view. */
function skip(event) {
  event.preventDefault();
  document.getElementById("content").focus();
}

const root = document.getElementById("app");
root.replaceChildren();
render(h(App), root);
