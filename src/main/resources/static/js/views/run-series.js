// The held-out evaluation over the time of an episode: what the scenario records, with its limits, for one controller.
import { Component, h } from "../dom.js";
import { unit } from "../metrics.js";
import { choice } from "../parts/fields.js";
import { chartPanel } from "./run-curves.js";

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A chart's lines, then its limits, which are constant. */
function lines(series) {
  const times = series.lines[0].points.map(({ time }) => time);
  const ends = [times[0], times.at(-1)];
  return [
    ...series.lines.map(({ name, points }) => ({
      label: name,
      points: points.map(({ time, mean, minimum, maximum }) => ({ x: time, y: mean, low: minimum, high: maximum })),
    })),
    ...series.limits.map(({ name, value }) => ({
      label: `${name} (limit)`,
      points: ends.map((time) => ({ x: time, y: value, low: value, high: value })),
    })),
  ].map((one, place) => ({ ...one, place }));
}

export class Series extends Component {
  constructor() {
    super();
    this.state = { chosen: null };
  }

  render({ series, results }, { chosen }) {
    const controllers = Object.keys(series ?? {}).filter((name) => series[name].length);
    if (!controllers.length) return null;
    const first = controllers.includes(results?.learned) ? results.learned : controllers[0];
    const controller = controllers.includes(chosen) ? chosen : first;
    return h(
      "section",
      { "aria-labelledby": "series", "data-controller": controller },
      h(
        "div",
        { class: "panel-head bare" },
        h("h2", { id: "series" }, "Over the time of an episode"),
        h("p", { class: "note" }, "Means over held-out seeds, with a band from their least to their most."),
        h(
          "label",
          { class: "inline" },
          "Controller ",
          choice(
            controllers.map((name) => [name, name]),
            controller,
            (value) => this.setState({ chosen: value }),
          ),
        ),
      ),
      h(
        "div",
        { class: "charts" },
        series[controller].map((one, place) =>
          chartPanel(`series-${place}`, unit(one.unit), null, lines(one), {
            name: capital(one.name),
            time: one.clock.unit,
          }),
        ),
      ),
    );
  }
}
