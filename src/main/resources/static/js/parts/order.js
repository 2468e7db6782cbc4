// An operator's order to one signal or all: hold a stage, fixed time, reset, release.
import { part, post } from "../api.js";
import { Component, createRef, h } from "../dom.js";

const ACTIONS = [
  ["hold", "Hold a stage"],
  ["fixed-time", "Fixed time"],
  ["reset", "Reset: the controller decides again"],
  ["release", "Release to the network’s own program"],
];

/** A button that opens a form, whose first choice is a reset; without a signal the order is for all. */
export class OrderSignal extends Component {
  constructor() {
    super();
    this.dialog = createRef();
    this.state = { action: "reset", stage: 0, reason: "", operator: "", busy: false, problem: null };
    this.open = () => {
      this.setState({ problem: null });
      this.dialog.current.showModal();
    };
    this.close = () => this.dialog.current.close();
    this.act = async (event) => {
      event.preventDefault();
      const { action, stage, reason, operator } = this.state;
      const { deployment, signal } = this.props;
      const which = signal ? `/${part(signal)}` : "";
      this.setState({ busy: true, problem: null });
      try {
        await post(`deployments/${part(deployment)}/signals${which}/${action}`, {
          reason,
          operator,
          ...(action === "hold" && { stage: Number(stage) }),
        });
        this.close();
      } catch (problem) {
        this.setState({ problem });
      }
      this.setState({ busy: false });
    };
  }

  field(label, input) {
    return h("label", { class: "field" }, h("span", null, label), input);
  }

  text(name, label) {
    return this.field(
      label,
      h("input", {
        name,
        required: true,
        maxLength: 500,
        value: this.state[name],
        onInput: (event) => this.setState({ [name]: event.currentTarget.value }),
      }),
    );
  }

  render({ signal, label = signal ? "Order" : "Order all" }, { action, stage, busy, problem }) {
    const title = signal ? `Order for signal ${signal}` : "Order for all signals";
    return [
      h(
        "button",
        { type: "button", "aria-label": signal ? `${label} for signal ${signal}` : title, onClick: this.open },
        label,
      ),
      h(
        "dialog",
        { ref: this.dialog, "aria-label": title },
        h(
          "form",
          { onSubmit: this.act },
          h("h2", null, title),
          this.field(
            "Order",
            h(
              "select",
              {
                name: "action",
                value: action,
                onChange: (event) => this.setState({ action: event.currentTarget.value }),
              },
              ACTIONS.map(([value, label]) => h("option", { value, selected: value === action }, label)),
            ),
          ),
          action === "hold" &&
            this.field(
              "Stage (from 0)",
              h("input", {
                name: "stage",
                type: "number",
                min: 0,
                value: stage,
                onInput: (event) => this.setState({ stage: event.currentTarget.value }),
              }),
            ),
          this.text("reason", "Reason"),
          this.text("operator", "Operator"),
          problem &&
            h(
              "p",
              { class: "field-error", role: "alert" },
              `${problem.detail ?? problem.message} ${problem.hint ?? ""}`,
            ),
          h(
            "div",
            { class: "actions" },
            h("button", { type: "button", onClick: this.close }, "Go back"),
            h(
              "button",
              { type: "submit", class: "primary", disabled: busy },
              busy ? "Please wait …" : "Give the order",
            ),
          ),
        ),
      ),
    ];
  }
}
