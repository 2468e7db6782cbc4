// What the held-out evaluation says, on top of a run: a sentence for each rule, as the service has it.
import { h } from "../dom.js";

const WORDS = {
  BETTER: { word: "better", kind: "good" },
  WORSE: { word: "worse", kind: "bad" },
  NOT_DISTINGUISHABLE: { word: "not distinguishable", kind: "quiet" },
  EQUAL: { word: "the same", kind: "quiet" },
  ONE_SEED: { word: "one seed", kind: "quiet" },
};

export function Verdicts({ results, run }) {
  if (run.status !== "FINISHED" || !results?.verdicts.length) return null;
  return h(
    "section",
    { class: "panel verdicts", "aria-labelledby": "verdict" },
    h("h2", { id: "verdict" }, "Verdict"),
    h(
      "ul",
      null,
      results.verdicts.map(({ rival, judgment, text }) =>
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
