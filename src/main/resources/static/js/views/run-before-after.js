// Two controllers of a run's held-out evaluation side by side, one before and one after.

import { get, link, part } from "../api.js";
import { Component, h } from "../dom.js";
import { panel, trouble } from "../parts/basics.js";
import { BeforeAfterTable } from "../parts/before-after.js";
import { choice } from "../parts/fields.js";
import { Loader } from "../parts/loader.js";

export class BeforeAfter extends Component {
  constructor() {
    super();
    this.state = { before: null, after: null };
  }

  render({ run, results }, state) {
    const names = (results?.rows ?? []).map(({ controller }) => controller);
    // its measures and conditions are those of traffic
    const traffic = results?.rows.some(({ metrics }) => metrics.meanQueueVehicles);
    if (names.length < 2 || !traffic) return null;
    const after = state.after ?? results.learned;
    const before =
      state.before ?? (names.includes(results.reference) ? results.reference : names.find((name) => name !== after));
    const sides = { before, after };
    const path = `runs/${part(run.id)}/before-after`;
    const pick = (side, title) =>
      h(
        "label",
        { class: "inline" },
        `${title} `,
        choice(names, sides[side], (value) => this.setState({ [side]: value })),
      );
    return panel(
      "Before and after",
      before === after
        ? trouble({ title: "Nothing to compare", detail: "Both are the same controller.", hint: "Choose another." })
        : h(
            Loader,
            {
              key: `${before} ${after}`,
              on: `${before} ${after} ${results.rows.map(({ seeds }) => seeds).join()}`,
              load: () => get(path, sides),
            },
            (comparison) =>
              h(BeforeAfterTable, {
                comparison,
                links: [
                  ["Report (HTML)", link(`${path}.html`, sides)],
                  ["All measures (CSV)", link(`${path}.csv`, sides)],
                ],
              }),
          ),
      {
        id: "before-after",
        note: "All measures on the seeds that both have played; who loses stands before who wins.",
        actions: h("div", { class: "actions" }, pick("before", "Before"), pick("after", "After")),
      },
    );
  }
}
