// Confirmation before an irreversible action, in the browser's own dialog: Escape closes it, focus stays in it.
import { Component, createRef, h } from "../dom.js";

/** A button with a confirmation; act may return a promise, and its failure is shown in the dialog. */
export class AskFirst extends Component {
  constructor() {
    super();
    this.dialog = createRef();
    this.state = { busy: false, problem: null };
    this.open = () => {
      this.setState({ problem: null });
      this.dialog.current.showModal();
    };
    this.close = () => this.dialog.current.close();
    this.act = async () => {
      this.setState({ busy: true, problem: null });
      try {
        await this.props.act();
        this.close();
      } catch (problem) {
        this.setState({ problem });
      }
      this.setState({ busy: false });
    };
  }

  render({ label, title, words, yes, kind = "danger", disabled }, { busy, problem }) {
    return [
      h("button", { type: "button", class: kind, disabled, onClick: this.open }, label),
      h(
        "dialog",
        { ref: this.dialog, "aria-label": title },
        h("h2", null, title),
        h("p", null, words),
        problem &&
          h("p", { class: "field-error", role: "alert" }, `${problem.detail ?? problem.message} ${problem.hint ?? ""}`),
        h(
          "div",
          { class: "actions" },
          h("button", { type: "button", onClick: this.close }, "Go back"),
          h("button", { type: "button", class: kind, disabled: busy, onClick: this.act }, busy ? "Please wait …" : yes),
        ),
      ),
    ];
  }
}
