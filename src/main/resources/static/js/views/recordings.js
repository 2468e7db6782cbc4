// Recorded episodes, and the form that records one.

import { get, getSlowly, part, post, remove } from "../api.js";
import { Component, createRef, h } from "../dom.js";
import { ago, clock, moment, title } from "../format.js";
import { AskFirst } from "../parts/ask.js";
import { bar, empty, head, trouble } from "../parts/basics.js";
import { asNumber, choice, count, field, focusWrong, isShown, text } from "../parts/fields.js";
import { Loader } from "../parts/loader.js";
import { status } from "../parts/status.js";
import { go, href } from "../router.js";
import { controllerName } from "./deployments.js";

const EVERY_MILLIS = 2000;
const FIELDS = ["scenario", "controller", "checkpoint", "seed", "seconds", "name"];

export function Recordings({ parameters }) {
  return h(
    "div",
    null,
    head(
      "Replay",
      null,
      h(
        "p",
        { class: "note" },
        "Episodes under a rule or a checkpoint in a simulation of the service, recorded second by second.",
      ),
    ),
    h(
      "div",
      { class: "two" },
      h(Loader, { load: () => get("recordings"), every: EVERY_MILLIS }, list),
      h(Loader, { load: () => getSlowly("scenarios"), lines: 8 }, (scenarios) =>
        h(Form, { scenarios: scenarios.filter(({ live, problem }) => live && !problem), parameters }),
      ),
    ),
  );
}

function list(recordings, again) {
  if (!recordings.length)
    return empty(
      "No recordings yet",
      "Record an episode to see it on the map. It takes some seconds for each minute of traffic.",
    );
  return h(
    "div",
    { class: "panel table-panel" },
    h(
      "table",
      { class: "cards" },
      h("caption", { class: "sr" }, "Recordings, the newest first"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          ["State", "Recording", "Scenario", "Length", "Created"].map((name) => h("th", { scope: "col" }, name)),
          h("th", { scope: "col" }, h("span", { class: "sr" }, "Actions")),
        ),
      ),
      h(
        "tbody",
        null,
        recordings.map((recording) => row(recording, again)),
      ),
    ),
  );
}

function row(recording, again) {
  const { id, state, message, scenario, frames, seconds, createdAt } = recording;
  const name = title(recording);
  return h(
    "tr",
    { key: id, "data-recording": id },
    h("td", { class: "state" }, status(state)),
    h(
      "td",
      { class: "main" },
      h("a", { href: href(["recordings", id]) }, name),
      h("span", { class: "sub" }, message || `${controllerName(recording)}, seed ${recording.seed}`),
    ),
    h("td", { "data-label": "Scenario" }, scenario),
    h(
      "td",
      { "data-label": "Length" },
      state === "RECORDING" ? bar(frames / seconds, `Progress of ${name}`) : clock(frames),
    ),
    h("td", { "data-label": "Created", title: moment(createdAt) }, ago(createdAt)),
    h(
      "td",
      { class: "actions" },
      h(AskFirst, {
        label: "Delete",
        title: "Delete this recording?",
        yes: "Delete",
        words: "Its frames cannot be restored; the same seed records the same episode again.",
        act: async () => {
          await remove(`recordings/${part(id)}`);
          again();
        },
      }),
    ),
  );
}

class Form extends Component {
  constructor({ scenarios, parameters }) {
    super();
    this.form = createRef();
    const scenario =
      scenarios.find(({ name }) => name === parameters.scenario) ??
      scenarios.find(({ name }) => name === "grid-5x5") ??
      scenarios[0];
    this.state = {
      scenario: scenario?.name,
      by: parameters.checkpoint ? "checkpoint" : "rule",
      controller: scenario?.reference,
      checkpoint: parameters.checkpoint ?? "",
      seed: "100",
      seconds: "600",
      name: "",
      problem: null,
      busy: false,
    };
  }

  set = (name) => (value) => this.setState({ [name]: value, problem: null });

  setScenario = (name) =>
    this.setState({
      scenario: name,
      controller: this.props.scenarios.find((one) => one.name === name).reference,
      problem: null,
    });

  submit = async (event) => {
    event.preventDefault();
    const { scenario, by, controller, checkpoint, seed, seconds, name } = this.state;
    this.setState({ busy: true, problem: null });
    try {
      const recording = await post("recordings", {
        scenario,
        ...(by === "rule" ? { controller } : { checkpoint }),
        name,
        seed: asNumber(seed),
        seconds: asNumber(seconds),
      });
      go(["recordings", recording.id]);
    } catch (problem) {
      this.setState({ problem, busy: false });
      focusWrong(this.form.current);
    }
  };

  render({ scenarios }, { problem, busy, ...given }) {
    const scenario = scenarios.find(({ name }) => name === given.scenario);
    if (!scenario) return empty("No scenario can be opened", "The list of scenarios shows what is missing.");
    return h(
      "form",
      { ref: this.form, class: "panel form", onSubmit: this.submit, noValidate: true, "aria-labelledby": "film" },
      h("h2", { id: "film" }, "Record an episode"),
      problem && !isShown(problem, FIELDS) && trouble(problem),
      h(
        "div",
        { class: "fields narrow" },
        field(
          { id: "scenario", label: "Scenario", problem },
          choice(
            scenarios.map(({ name }) => name),
            given.scenario,
            this.setScenario,
          ),
        ),
        field(
          { id: "by", label: "Controlled by", problem },
          choice(
            [
              ["rule", "a rule of the scenario"],
              ["checkpoint", "a checkpoint of a run"],
            ],
            given.by,
            this.set("by"),
          ),
        ),
        given.by === "rule"
          ? field(
              { id: "controller", label: "Rule", problem },
              choice(scenario.controllers, given.controller, this.set("controller")),
            )
          : field(
              { id: "checkpoint", label: "Checkpoint", problem, help: "An id from the list on a run’s page." },
              text(given.checkpoint, this.set("checkpoint"), { spellcheck: false }),
            ),
        field(
          { id: "seconds", label: "Simulated seconds", problem, help: "10 to 7200." },
          count(given.seconds, this.set("seconds"), { min: 10, max: 7200 }),
        ),
        field(
          { id: "seed", label: "Seed", problem, help: "Of demand and drivers." },
          count(given.seed, this.set("seed")),
        ),
        field(
          { id: "name", label: "Name", problem, help: "Free text; may be empty." },
          text(given.name, this.set("name")),
        ),
      ),
      h(
        "div",
        { class: "submit" },
        h("button", { type: "submit", class: "primary", disabled: busy }, busy ? "Please wait …" : "Record"),
      ),
    );
  }
}
