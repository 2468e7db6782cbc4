// The form that lets a controller drive a running simulation.

import { getSlowly, link, part, post } from "../api.js";
import { Component, createRef, h } from "../dom.js";
import { empty, head, trouble } from "../parts/basics.js";
import { asNumber, check, choice, count, field, focusWrong, isShown, text } from "../parts/fields.js";
import { Loader } from "../parts/loader.js";
import { go, href } from "../router.js";

const FIELDS = [
  "scenario",
  "controller",
  "checkpoint",
  "run",
  "host",
  "port",
  "order",
  "name",
  "deadlineMillis",
  "decisionSeconds",
  "untilSeconds",
  "recoveryDecisions",
  "eventLog",
];

export function NewDeployment({ parameters }) {
  return h(
    "div",
    null,
    h(
      "p",
      { class: "crumbs" },
      h("a", { href: "#/deployments" }, "Live"),
      " / ",
      h("span", null, "Drive a simulation"),
    ),
    head("Drive a simulation"),
    h(Loader, { load: () => getSlowly("scenarios"), lines: 8 }, (scenarios) => {
      const usable = scenarios.filter(({ live, problem }) => live && !problem);
      return usable.length
        ? h(Form, { scenarios: usable, parameters })
        : empty(
            "No scenario can be opened",
            "The list of scenarios shows what is missing.",
            h("a", { class: "button", href: "#/scenarios" }, "Scenarios"),
          );
    }),
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
      scenario: scenario.name,
      by: parameters.checkpoint ? "checkpoint" : "rule",
      controller: scenario.reference,
      checkpoint: parameters.checkpoint ?? "",
      host: "127.0.0.1",
      port: "9999",
      order: "1",
      deadlineMillis: "1000",
      name: "",
      eventLog: false,
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
    const { scenario, by, controller, checkpoint, host, port, order, deadlineMillis, name, eventLog } = this.state;
    this.setState({ busy: true, problem: null });
    try {
      const deployment = await post("deployments", {
        scenario,
        ...(by === "rule" ? { controller } : { checkpoint }),
        name,
        host,
        port: asNumber(port),
        order: asNumber(order),
        deadlineMillis: asNumber(deadlineMillis),
        eventLog,
      });
      go(["deployments", deployment.id]);
    } catch (problem) {
      this.setState({ problem, busy: false });
      focusWrong(this.form.current);
    }
  };

  render({ scenarios }, { problem, busy, ...given }) {
    const scenario = scenarios.find(({ name }) => name === given.scenario);
    return h(
      "form",
      { ref: this.form, class: "form", onSubmit: this.submit, noValidate: true },
      problem && !isShown(problem, FIELDS) && trouble(problem),
      h(
        "section",
        { class: "panel", "aria-labelledby": "simulation" },
        h("h2", { id: "simulation" }, "1. Start the simulation"),
        h(
          "div",
          { class: "fields" },
          field(
            { id: "scenario", label: "Scenario", problem, help: scenario.description },
            choice(
              scenarios.map(({ name }) => name),
              given.scenario,
              this.setScenario,
            ),
          ),
        ),
        h(
          "p",
          null,
          "Download ",
          h(
            "a",
            { href: link(`scenarios/${part(given.scenario)}/live.zip`, { seed: 1 }), download: "" },
            `the files of ${given.scenario}`,
          ),
          ", unpack them, and start SUMO where this service can reach it:",
        ),
        h(
          "pre",
          { tabIndex: 0 },
          `unzip ${given.scenario}-live.zip -d live\nsumo -c live/clearway.sumocfg --remote-port ${given.port || "9999"} --num-clients 1`,
        ),
      ),
      h(
        "section",
        { class: "panel", "aria-labelledby": "controller-head" },
        h("h2", { id: "controller-head" }, "2. Choose the controller"),
        h(
          "div",
          { class: "fields" },
          field(
            { id: "by", label: "By", problem },
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
                { id: "controller", label: "Rule", problem, help: `The reference is ${scenario.reference}.` },
                choice(scenario.controllers, given.controller, this.set("controller")),
              )
            : field(
                { id: "checkpoint", label: "Checkpoint", problem, help: "An id from the list on a run’s page." },
                text(given.checkpoint, this.set("checkpoint"), { spellcheck: false }),
              ),
          field({ id: "host", label: "Host", problem }, text(given.host, this.set("host"), { spellcheck: false })),
          field(
            { id: "port", label: "Port", problem, help: "SUMO’s --remote-port." },
            count(given.port, this.set("port"), { min: 1, max: 65535 }),
          ),
          field(
            { id: "order", label: "Client order", problem, help: "1 unless the simulation has other clients." },
            count(given.order, this.set("order"), { min: 1 }),
          ),
          field(
            {
              id: "deadlineMillis",
              label: "Deadline of a decision (ms)",
              problem,
              help: "A late decision is discarded; fixed time takes over.",
            },
            count(given.deadlineMillis, this.set("deadlineMillis"), { min: 1 }),
          ),
          field(
            { id: "name", label: "Name", problem, help: "Free text; may be empty." },
            text(given.name, this.set("name")),
          ),
          field(
            {
              id: "eventLog",
              label: "Event log",
              problem,
              help: "Writes every change of a signal and every detector on this service’s disk, in the Indiana enumerations. Signal performance (split failures, arrivals on green) is measured from it; without a log there is none.",
            },
            check(given.eventLog, this.set("eventLog")),
          ),
        ),
      ),
      h(
        "div",
        { class: "submit" },
        h("a", { class: "button", href: href("deployments") }, "Go back"),
        h("button", { type: "submit", class: "primary", disabled: busy }, busy ? "Connecting …" : "Deploy"),
      ),
    );
  }
}
