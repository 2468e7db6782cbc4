// The form that submits a run.

import { get, getSlowly, part, post } from "../api.js";
import { Component, createRef, h } from "../dom.js";
import { number, whole } from "../format.js";
import { head, trouble } from "../parts/basics.js";
import { asNumber, choice, complaints, count, field, focusWrong, isAllShown, isShown, text } from "../parts/fields.js";
import { Loader } from "../parts/loader.js";
import { different, settingsFields, written } from "../parts/settings.js";
import { go, href } from "../router.js";

const DECISIONS = 100000;
const FIELDS = [
  "name",
  "scenario",
  "algorithm",
  "decisions",
  "seed",
  "evaluationSeeds",
  "scenarioSettings",
  "algorithmSettings",
];

export function NewRun({ parameters }) {
  return h(
    "div",
    null,
    h("p", { class: "crumbs" }, h("a", { href: "#/runs" }, "Runs"), " / ", h("span", null, "New run")),
    head("New run"),
    h(Loader, { load: () => load(parameters), lines: 10 }, (known) => h(Form, { ...known, parameters })),
  );
}

async function load({ like }) {
  const [scenarios, algorithms, run] = await Promise.all([
    getSlowly("scenarios"),
    get("algorithms"),
    like ? get(`runs/${part(like)}`) : null,
  ]);
  return { scenarios, algorithms, like: run };
}

class Form extends Component {
  constructor({ scenarios, algorithms, like, parameters }) {
    super();
    this.form = createRef();
    const usable = scenarios.filter(({ problem }) => !problem);
    const scenario =
      like?.scenario ?? parameters.scenario ?? (usable.find(({ name }) => name === "grid-5x5") ?? usable[0])?.name;
    this.state = {
      name: like?.name ?? "",
      scenario,
      algorithm: like?.algorithm ?? (algorithms.find(({ name }) => name === "dmpo") ?? algorithms[0]).name,
      decisions: String(like?.decisions ?? DECISIONS),
      seed: String(like ? like.seed + 1 : 1),
      evaluationSeeds: String(like?.evaluationSeeds ?? 5),
      scenarioSettings: texts(like?.scenarioSettings),
      algorithmSettings: texts(like?.algorithmSettings),
      problem: null,
      busy: false,
    };
  }

  set = (name) => (value) => this.setState({ [name]: value, problem: null });

  setIn = (group) => (name, value) =>
    this.setState({ [group]: { ...this.state[group], [name]: value }, problem: null });

  submit = async (event) => {
    event.preventDefault();
    const { scenarios, algorithms } = this.props;
    const { name, scenario, algorithm, decisions, seed, evaluationSeeds, scenarioSettings, algorithmSettings } =
      this.state;
    this.setState({ busy: true, problem: null });
    try {
      const run = await post("runs", {
        name,
        scenario,
        algorithm,
        decisions: asNumber(decisions),
        seed: asNumber(seed),
        evaluationSeeds: asNumber(evaluationSeeds),
        scenarioSettings: different(scenarioSettings, named(scenarios, scenario)?.defaults ?? {}),
        algorithmSettings: chosen(algorithmSettings, named(algorithms, algorithm)),
      });
      go(["runs", run.id]);
    } catch (problem) {
      this.setState({ problem, busy: false });
      focusWrong(this.form.current);
    }
  };

  render({ scenarios, algorithms }, { problem, busy, ...given }) {
    const scenario = named(scenarios, given.scenario);
    const algorithm = named(algorithms, given.algorithm);
    return h(
      "form",
      { ref: this.form, onSubmit: this.submit, noValidate: true, class: "form" },
      problem && !isAllShown(problem, FIELDS) && trouble(problem),
      h(
        "section",
        { class: "panel", "aria-labelledby": "what" },
        h("h2", { id: "what" }, "What to train"),
        h(
          "div",
          { class: "fields" },
          field(
            { id: "scenario", label: "Scenario", problem, help: scenario ? about(scenario) : null },
            choice(
              scenarios.map(({ name, problem: broken }) => [name, broken ? `${name} (cannot be opened here)` : name]),
              given.scenario,
              this.set("scenario"),
            ),
          ),
          field(
            { id: "algorithm", label: "Algorithm", problem, help: algorithm.source },
            choice(
              algorithms.map(({ name }) => name),
              given.algorithm,
              this.set("algorithm"),
            ),
          ),
          field(
            { id: "decisions", label: "Decisions", problem, help: decisionsInWords(given.decisions, scenario) },
            count(given.decisions, this.set("decisions"), { min: 1, step: 1 }),
          ),
          field(
            {
              id: "seed",
              label: "Seed",
              problem,
              help: "The same seed gives the same run on the same kind of processor, bit for bit.",
            },
            count(given.seed, this.set("seed"), { step: 1 }),
          ),
          field(
            {
              id: "evaluationSeeds",
              label: "Held-out episodes",
              problem,
              help: "Per controller, at the end. 0 for none.",
            },
            count(given.evaluationSeeds, this.set("evaluationSeeds"), { min: 0, step: 1 }),
          ),
          field(
            { id: "name", label: "Name", problem, help: "Free text; may be empty." },
            text(given.name, this.set("name"), { maxLength: 300 }),
          ),
        ),
      ),
      scenario &&
        this.settings("scenarioSettings", `Settings of ${scenario.name}`, scenario.defaults, problem, {
          explanations: scenario.explanations,
        }),
      this.settings(
        "algorithmSettings",
        `Settings of ${algorithm.name}`,
        standards(given.algorithmSettings, algorithm),
        problem,
        {
          explanations: algorithm.explanations,
          above: this.presets(algorithm, given.algorithmSettings.preset ?? "", problem),
        },
      ),
      h(
        "div",
        { class: "submit" },
        h("a", { class: "button", href: href("runs") }, "Go back"),
        h("button", { type: "submit", class: "primary", disabled: busy }, busy ? "Submitting …" : "Start the run"),
      ),
    );
  }

  /** A preset is the default of all settings that are not entered. */
  presets({ presets }, preset, problem) {
    const names = Object.keys(presets ?? {});
    return (
      names.length > 0 &&
      field(
        {
          id: "algorithmSettings.preset",
          label: "Preset",
          problem,
          help: "A set of settings, such as a paper’s; what is entered below changes it.",
        },
        choice([["", "none: the defaults"], ...names.map((name) => [name, name])], preset, (value) =>
          this.setIn("algorithmSettings")("preset", value),
        ),
      )
    );
  }

  settings(group, title, defaults, problem, { explanations = {}, above = null } = {}) {
    const changed = this.state[group];
    const { preset, ...entered } = changed;
    const changes = Object.keys(different(entered, defaults)).length + (preset ? 1 : 0);
    const wrong = isShown(problem, [group]);
    return h(
      "details",
      { class: "panel", open: wrong || changes > 0 },
      h("summary", null, title, h("span", { class: "tag" }, changes ? `${changes} changed` : "defaults")),
      above,
      settingsFields({ group, defaults, explanations, changed, problem, onChange: this.setIn(group) }),
      complaints(problem)
        .filter(({ field }) => field?.startsWith(`${group}.`) || field === group)
        .filter(({ field }) => field !== `${group}.preset`)
        .filter(({ field }) => !Object.keys(defaults).some((name) => field === `${group}.${name}`))
        .map(({ field, hint }) => h("p", { class: "field-error", role: "alert" }, `${field}: ${hint}`)),
    );
  }
}

/** The defaults with the chosen preset laid over them. */
const standards = ({ preset }, { defaults, presets }) => ({ ...defaults, ...(presets?.[preset] ?? {}) });

/** What is sent: the preset, and what differs from it. */
function chosen({ preset, ...changed }, algorithm) {
  const settings = different(changed, standards({ preset }, algorithm));
  return algorithm.presets?.[preset] ? { preset, ...settings } : settings;
}

const named = (all, name) => all.find((one) => one.name === name);
const texts = (settings = {}) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, written(value)]));

function about({ description, agents, problem }) {
  return problem ? problem : `${description}${agents ? ` (${whole(agents)} agents)` : ""}`;
}

function decisionsInWords(decisions, scenario) {
  const episodes = Number(decisions) / (scenario?.horizon ?? NaN);
  return Number.isFinite(episodes) && episodes > 0
    ? `About ${number(Math.ceil(episodes))} episodes of ${whole(scenario.horizon)} decisions.`
    : "Joint decisions to train for.";
}
