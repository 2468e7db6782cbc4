// Two periods of live traffic side by side: of this deployment, or the second one of another.

import { get, link, part } from "../api.js";
import { Component, createRef, h } from "../dom.js";
import { clock, shortId, title } from "../format.js";
import { panel, trouble } from "../parts/basics.js";
import { BeforeAfterTable } from "../parts/before-after.js";
import { choice, field, focusWrong, isShown, text } from "../parts/fields.js";

const QUARTER_SECONDS = 900;
const MOST_OTHERS = 50;
const SIDES = ["before", "after", "other"];
const HELP = "Simulated time as h:mm:ss, or seconds.";

/** deployment: as the service gives it; history: its samples in the order of time. */
export class Periods extends Component {
  constructor() {
    super();
    this.form = createRef();
    this.state = { typed: {}, other: "", others: [], asked: null, comparison: null, problem: null, busy: false };
  }

  async componentDidMount() {
    const { id, scenario } = this.props.deployment;
    try {
      const all = await get("deployments");
      this.setState({ others: all.filter((one) => one.id !== id && one.scenario === scenario).slice(0, MOST_OTHERS) });
    } catch {
      // the periods of this one can be compared all the same
    }
  }

  set = (name) => (value) => this.setState(({ typed }) => ({ typed: { ...typed, [name]: value }, problem: null }));

  compare = async (event) => {
    event.preventDefault();
    const given = { ...proposed(this.props.history), ...this.state.typed };
    const asked = {
      before: period(given.beforeFrom, given.beforeTo),
      after: period(given.afterFrom, given.afterTo),
      other: this.state.other,
    };
    this.setState({ busy: true, problem: null });
    try {
      this.setState({ comparison: await get(this.path(), asked), asked, busy: false });
    } catch (problem) {
      this.setState({ problem, comparison: null, busy: false });
      focusWrong(this.form.current);
    }
  };

  path(ending = "") {
    return `deployments/${part(this.props.deployment.id)}/before-after${ending}`;
  }

  render({ history }, { typed, other, others, asked, comparison, problem, busy }) {
    const shown = { ...proposed(history), ...typed };
    const time = (name, label, side) =>
      field(
        { id: name, label, help: HELP, problem, names: side ? [side] : [] },
        text(shown[name], this.set(name), { placeholder: "1:30:00" }),
      );
    return panel(
      "Two periods",
      [
        h(
          "form",
          { ref: this.form, class: "form", onSubmit: this.compare, noValidate: true },
          problem && !isShown(problem, SIDES) && trouble(problem),
          h(
            "div",
            { class: "fields short" },
            time("beforeFrom", "Before: from", "before"),
            time("beforeTo", "Before: to"),
            time("afterFrom", "After: from", "after"),
            time("afterTo", "After: to"),
            others.length > 0 &&
              field(
                { id: "other", label: "After: of", help: "Of the same scenario, the newest first.", problem },
                choice([["", "this deployment"], ...others.map(named)], other, (value) =>
                  this.setState({ other: value, problem: null }),
                ),
              ),
          ),
          h(
            "div",
            { class: "actions" },
            h("button", { type: "submit", class: "primary", disabled: busy }, busy ? "Comparing …" : "Compare"),
          ),
        ),
        comparison &&
          h(BeforeAfterTable, {
            key: JSON.stringify(asked),
            comparison,
            links: [
              ["Report (HTML)", link(this.path(".html"), asked)],
              ["All measures (CSV)", link(this.path(".csv"), asked)],
            ],
          }),
      ],
      {
        id: "periods",
        note: "What the samples of a drive tell of two periods, quarter-hour by quarter-hour. A conclusion takes five complete quarter-hours of each.",
      },
    );
  }
}

const named = (deployment) => [deployment.id, `${title(deployment)} (${shortId(deployment.id)})`];

/** The halves of a drive, of whole quarter-hours. */
function proposed(history) {
  if (!history.length) return {};
  const first = Math.ceil(history[0].seconds / QUARTER_SECONDS);
  const last = Math.floor(history.at(-1).seconds / QUARTER_SECONDS);
  if (last - first < 2) return {};
  const middle = Math.floor((first + last) / 2);
  const [from, half, to] = [first, middle, last].map((quarters) => clock(quarters * QUARTER_SECONDS));
  return { beforeFrom: from, beforeTo: half, afterFrom: half, afterTo: to };
}

const period = (from, to) => `${asSeconds(from)}-${asSeconds(to)}`;

/** Seconds of a time such as 1:30:00 or 5400; what is no time stays, for the service to complain about. */
function asSeconds(typed = "") {
  const parts = typed.trim().split(":");
  return parts.length <= 3 && parts.every((one) => /^\d+$/.test(one))
    ? parts.reduce((sum, one) => 60 * sum + Number(one), 0)
    : typed;
}
