// The list of scenarios with their origin, and the form that imports one.

import { getSlowly, upload } from "../api.js";
import { Component, createRef, h } from "../dom.js";
import { whole } from "../format.js";
import { head, trouble } from "../parts/basics.js";
import { count, field, focusWrong, isShown, text } from "../parts/fields.js";
import { Loader } from "../parts/loader.js";
import { go, href } from "../router.js";

const FIELDS = ["files", "name", "tripsPerHour", "horizon"];

export function Scenarios() {
  return h(
    "div",
    null,
    head("Scenarios"),
    h(Loader, { load: () => getSlowly("scenarios"), lines: 10 }, (scenarios) =>
      h("ul", { class: "tilelist" }, scenarios.map(card)),
    ),
    h(Upload),
  );
}

function card({ name, description, origin, agents, actions, horizon, reference, problem }) {
  return h(
    "li",
    { class: "panel card", key: name, "data-scenario": name },
    h("h2", null, h("a", { href: href(["scenarios", name]) }, name)),
    h("p", null, description),
    problem
      ? h("p", { class: "banner warn" }, `It cannot be opened here: ${problem}`)
      : h(
          "ul",
          { class: "tags", "aria-label": "Key figures" },
          h("li", null, `${whole(agents)} ${agents === 1 ? "agent" : "agents"}`),
          h("li", null, `actions: ${actions}`),
          h("li", null, `${whole(horizon)} decisions per episode`),
          h("li", null, `reference: ${reference}`),
        ),
    h("p", { class: "note" }, origin),
  );
}

class Upload extends Component {
  constructor() {
    super();
    this.form = createRef();
    this.state = { name: "", tripsPerHour: "", horizon: "", problem: null, busy: false };
  }

  submit = async (event) => {
    event.preventDefault();
    const files = this.form.current.querySelector("input[type=file]").files;
    const body = new FormData();
    for (const file of files) body.append("files", file);
    const { name, tripsPerHour, horizon } = this.state;
    this.setState({ busy: true, problem: null });
    try {
      const report = await upload("scenarios", { name, tripsPerHour, horizon }, body);
      go(["scenarios", report.scenario], { report: "new" });
    } catch (problem) {
      this.setState({ problem, busy: false });
      focusWrong(this.form.current);
    }
  };

  render(_, { name, tripsPerHour, horizon, problem, busy }) {
    return h(
      "form",
      { ref: this.form, class: "panel form", onSubmit: this.submit, noValidate: true, "aria-labelledby": "own" },
      h("h2", { id: "own" }, "Import your own network"),
      h(
        "p",
        { class: "note" },
        "A .sumocfg with the files it names, a .net.xml with its route files, or an .osm; one by one or in a .zip. It is checked, and a report lists the findings.",
      ),
      problem && !isShown(problem, FIELDS) && trouble(problem),
      h(
        "div",
        { class: "fields" },
        field({ id: "files", label: "Files", problem }, h("input", { type: "file", multiple: true })),
        field(
          { id: "name", label: "Name", problem, help: "If empty, named after its main file." },
          text(name, (value) => this.setState({ name: value, problem: null }), { spellcheck: false }),
        ),
        field(
          {
            id: "tripsPerHour",
            label: "Trips per hour",
            problem,
            help: "Used where the files have no demand. If empty, 200 for each entering lane are assumed, but at most 1,200 × √signals; the report says how many.",
          },
          count(tripsPerHour, (value) => this.setState({ tripsPerHour: value, problem: null }), { min: 1 }),
        ),
        field(
          {
            id: "horizon",
            label: "Length of an episode (s)",
            problem,
            help: "If empty, as long as the files’ demand; an hour where they have none.",
          },
          count(horizon, (value) => this.setState({ horizon: value, problem: null }), { min: 1 }),
        ),
      ),
      h(
        "div",
        { class: "submit" },
        h("button", { type: "submit", class: "primary", disabled: busy }, busy ? "Importing …" : "Import"),
      ),
    );
  }
}
