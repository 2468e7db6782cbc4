// The form that submits an experiment: its description is typed, pasted or read from a file.

import { postText } from "../api.js";
import { Component, createRef, h } from "../dom.js";
import { sentence, whole } from "../format.js";
import { head, trouble } from "../parts/basics.js";
import { complaints } from "../parts/fields.js";
import { go } from "../router.js";

const EXAMPLE = `name: catch-up-example
scenarios: [{name: catch-up, evaluationSettings: {start: spaced}}]
algorithms:
  - {name: dppo, decisions: 60000, settings: {preset: platoon}}
controllers: [constant-0.5-0.5]
trainingSeeds: 1-5
evaluationSeeds: 0-49
`;
const LINE = /^line (\d+)(?:, )?/;

export class NewExperiment extends Component {
  constructor() {
    super();
    this.area = createRef();
    this.state = { text: EXAMPLE, problem: null, plan: null, busy: false };
  }

  set = (text) => this.setState({ text, problem: null, plan: null });

  read = async (event) => {
    const [file] = event.currentTarget.files;
    if (file) this.set(await file.text());
  };

  async send(dryRun) {
    const { text } = this.state;
    const type = text.trimStart().startsWith("{") ? "application/json" : "application/yaml";
    this.setState({ busy: true, problem: null, plan: null });
    try {
      const answer = await postText("experiments", { dryRun }, text, type);
      if (dryRun) this.setState({ plan: answer });
      else go(["experiments", answer.id]);
    } catch (problem) {
      this.setState({ problem });
    }
    this.setState({ busy: false });
  }

  submit = (event) => {
    event.preventDefault();
    this.send(false);
  };

  /** Selects a line of the description. */
  show(number) {
    const lines = this.state.text.split("\n");
    const from = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    this.area.current.focus();
    this.area.current.setSelectionRange(from, from + (lines[number - 1]?.length ?? 0));
  }

  render(_, { text, problem, plan, busy }) {
    return h(
      "div",
      null,
      h("p", { class: "crumbs" }, h("a", { href: "#/experiments" }, "Experiments"), " / ", h("span", null, "New")),
      head("New experiment"),
      h(
        "form",
        { class: "panel form", onSubmit: this.submit, noValidate: true },
        h(
          "div",
          { class: "field wide" },
          h("label", { for: "file" }, "Read a file"),
          h("input", { id: "file", type: "file", accept: ".yaml,.yml,.json", onChange: this.read }),
        ),
        h(
          "div",
          { class: `field wide${problem ? " wrong" : ""}` },
          h("label", { for: "description" }, "Description, in YAML or JSON"),
          h("textarea", {
            id: "description",
            ref: this.area,
            class: "code",
            rows: 16,
            spellcheck: false,
            value: text,
            "aria-invalid": problem ? "true" : null,
            "aria-describedby": problem ? "description-errors" : "description-help",
            onInput: (event) => this.set(event.currentTarget.value),
          }),
          h(
            "p",
            { class: "help", id: "description-help" },
            "The file of ./clearway experiment. Its trials are spread over the workers.",
          ),
        ),
        problem && this.problems(problem),
        plan && h("p", { class: "banner", role: "status" }, planInWords(plan)),
        h(
          "div",
          { class: "submit" },
          h("button", { type: "button", disabled: busy, onClick: () => this.send(true) }, "Check"),
          h("button", { type: "submit", class: "primary", disabled: busy }, busy ? "Please wait …" : "Start"),
        ),
      ),
    );
  }

  problems(problem) {
    if (!problem.field) return trouble(problem);
    return h(
      "ul",
      { class: "problems", id: "description-errors", role: "alert" },
      complaints(problem).map(({ field, value, hint }) => {
        const line = LINE.exec(field)?.[1];
        return h(
          "li",
          null,
          line && h("button", { type: "button", onClick: () => this.show(Number(line)) }, `Line ${line}`),
          ` ${inWords(field.replace(LINE, ""), value, hint)}`,
        );
      }),
    );
  }
}

const inWords = (field, value, hint) =>
  `${field ? `${field}: ` : ""}‘${value}’ cannot be used. ${sentence(hint ?? "")}`;

function planInWords({ trials, trainingDecisions, evaluationEpisodes, decisions }) {
  return `${whole(trials)} trials, ${whole(trainingDecisions)} decisions of training, ${whole(evaluationEpisodes)} held-out episodes (${whole(decisions - trainingDecisions)} decisions).`;
}
