// What the held-out evaluation says, on top of a run: a sentence for each rule, as the service has it.
import { h } from "../dom.js";

const WORDS = {
  BETTER: { word: "better", kind: "good" },
  WORSE: { word: "worse", kind: "bad" },
  NOT_DISTINGUISHABLE: { word: "not distinguishable", kind: "quiet" },
  EQUAL: { word: "the same", kind: "quiet" },
  ONE_SEED: { word: "one seed", kind: "quiet" },
};

export function Comparisons({ results, run }) {
  if (run.status !== "FINISHED" || !results?.comparisons.length) return null;
  return h(
    "section",
    { class: "panel comparisons", "aria-labelledby": "comparison" },
    h("h2", { id: "comparison" }, "Comparison with the rules"),
    h(
      "ul",
      null,
      results.comparisons.map(({ rival, judgment, text }) =>
        h(
          "li",
          { key: rival, "data-rival": rival, "data-judgment": judgment },
          h("span", { class: `comparison ${WORDS[judgment].kind}` }, WORDS[judgment].word),
          ` ${text}.`,
        ),
      ),
    ),
  );
}
