// A comparison of two sides: conclusion, conditions, who loses and wins, all measures.
import { Component, h } from "../dom.js";
import { interval } from "../format.js";
import { table } from "./table.js";

const SHOWN = 12;
const KINDS = { better: "good", worse: "bad", passed: "good", failed: "bad" };

/** comparison: as the service gives it; links: pairs of a name and an address of its files. */
export class BeforeAfterTable extends Component {
  constructor() {
    super();
    this.state = { all: false };
  }

  render({ comparison, links }, { all }) {
    const { conclusion, valid, gates, losers, winners, measures } = comparison;
    const ranked = [...measures.slice(0, 1), ...measures.slice(1).sort((a, b) => rank(a) - rank(b))];
    const shown = all ? ranked : ranked.slice(0, SHOWN);
    return [
      h("p", { class: `banner${valid ? "" : " warn"}`, role: "status" }, conclusion),
      table(
        "Conditions of a fair comparison",
        ["Condition", "Outcome", "Found"],
        gates.map(({ name, outcome, text }) => [name, tag(outcome), text]),
      ),
      list("Who loses", losers),
      list("Who wins", winners),
      table(
        "All measures",
        ["Of", "Measure", "Unit", comparison.before, comparison.after, "Change", "Judgment"],
        shown.map(({ group, subject, measure, unit, before, after, difference, judgment }) => [
          group === "all" ? "all" : `${group} ${subject}`,
          measure,
          unit,
          interval(before),
          interval(after),
          `${difference.mean > 0 ? "+" : ""}${interval(difference)}`,
          tag(judgment),
        ]),
      ),
      h("p", { class: "note" }, comparison.explanation),
      h(
        "div",
        { class: "actions" },
        measures.length > SHOWN &&
          h(
            "button",
            { type: "button", onClick: () => this.setState({ all: !all }) },
            all ? `Show ${SHOWN} measures` : `Show all ${measures.length} measures`,
          ),
        links.map(([name, address]) => h("a", { class: "button", href: address, download: "" }, name)),
      ),
    ];
  }
}

/** Losers first, what cannot be distinguished last. */
const rank = ({ judgment }) => ["worse", "better"].indexOf(judgment) + 1 || 3;

const tag = (word) => h("span", { class: `comparison ${KINDS[word] ?? "quiet"}` }, word);

function list(title, sentences) {
  return (
    sentences.length > 0 && [
      h("h3", null, title),
      h(
        "ul",
        { class: "changes" },
        sentences.slice(0, SHOWN).map((sentence) => h("li", null, sentence)),
        sentences.length > SHOWN && h("li", null, `… and ${sentences.length - SHOWN} more, in the table`),
      ),
    ]
  );
}
