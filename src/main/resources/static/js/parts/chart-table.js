// The values of a chart as a table, shown on demand.
import { Component, h } from "../dom.js";
import { counted, number } from "../format.js";

const MOST_ROWS = 40;

export class ChartTable extends Component {
  constructor() {
    super();
    this.state = { open: false };
    this.toggle = (event) => this.setState({ open: event.currentTarget.open });
  }

  render({ name, series, unit, xTitle = "decisions" }, { open }) {
    return h(
      "details",
      { class: "values", onToggle: this.toggle },
      h("summary", null, "Values"),
      open &&
        h(
          "div",
          { class: "scroll", tabIndex: 0, role: "region", "aria-label": `${name}, values` },
          series.map(({ label, points }) => {
            const step = Math.max(1, Math.ceil(points.length / MOST_ROWS));
            const kept = points.filter((_, index) => index % step === 0 || index === points.length - 1);
            return h(
              "table",
              null,
              h("caption", null, label),
              h(
                "thead",
                null,
                h(
                  "tr",
                  null,
                  [xTitle, `mean ${unit}`, "least", "most"].map((one) => h("th", { scope: "col" }, one)),
                ),
              ),
              h(
                "tbody",
                null,
                kept.map(({ x, y, low, high }) =>
                  h(
                    "tr",
                    null,
                    h("td", null, counted(x)),
                    h("td", null, number(y, 4)),
                    h("td", null, number(low, 4)),
                    h("td", null, number(high, 4)),
                  ),
                ),
              ),
            );
          }),
        ),
    );
  }
}
