// The held-out evaluation in detail: trips by mode of travel, control delay by signal, for each controller.
import { Component, h } from "../dom.js";
import { number, whole } from "../format.js";
import { panel } from "../parts/basics.js";

const SHOWN = 10;

export class Travel extends Component {
  constructor() {
    super();
    this.state = { all: false };
  }

  render({ travel, results }, { all }) {
    const controllers = Object.keys(travel ?? {}).filter((name) => Object.keys(travel[name].byMode).length);
    if (!controllers.length) return null;
    controllers.sort((a, b) => Number(b === results?.learned) - Number(a === results?.learned));
    return [
      panel("Delay by mode of travel", this.modes(travel, controllers), {
        id: "modes",
        note: "Time loss and departure delay of every due trip, also of those that never entered, over all held-out seeds.",
      }),
      travel[controllers[0]].signals.length > 0 && this.signals(travel, controllers, all),
    ];
  }

  modes(travel, controllers) {
    const modes = [...new Set(controllers.flatMap((name) => Object.keys(travel[name].byMode)))];
    return table(
      "Trips by mode of travel",
      ["Mode", "Controller", "Trips", "Delay (s)", "85 % (s)", "95 % (s)", "Stops"],
      2,
      modes.flatMap((mode) =>
        controllers
          .filter((name) => travel[name].byMode[mode])
          .map((name) => {
            const trips = travel[name].byMode[mode];
            return [
              mode,
              name,
              whole(trips.due),
              number(trips.delaySeconds),
              number(trips.delayPercentile85Seconds),
              number(trips.delayPercentile95Seconds),
              number(trips.stops),
            ];
          }),
      ),
    );
  }

  signals(travel, controllers, all) {
    const lost = ({ lostSeconds }) => lostSeconds;
    const places = travel[controllers[0]].signals.map((signal, place) => ({ signal: signal.signal, place }));
    places.sort(
      (a, b) => lost(travel[controllers[0]].signals[b.place]) - lost(travel[controllers[0]].signals[a.place]),
    );
    const shown = all ? places : places.slice(0, SHOWN);
    return panel(
      "Control delay by signal",
      table(
        "Control delay by signal",
        ["Signal", ...controllers.map((name) => `${name} (s)`)],
        1,
        shown.map(({ signal }) => [
          signal,
          ...controllers.map((name) => graded(travel[name].signals.find((one) => one.signal === signal))),
        ]),
      ),
      {
        id: "signals",
        note: "Time lost at each signal per vehicle that passed, and its level of service (Highway Capacity Manual); most lost time first.",
        actions:
          places.length > SHOWN &&
          h(
            "button",
            { type: "button", onClick: () => this.setState({ all: !all }) },
            all ? `Show ${SHOWN}` : `Show all ${places.length}`,
          ),
      },
    );
  }
}

function graded(signal) {
  if (!signal) return "–";
  const delay = signal.controlDelaySeconds === undefined ? "∞" : number(signal.controlDelaySeconds);
  return `${delay} ${signal.levelOfService}`;
}

function table(caption, headings, words, rows) {
  return h(
    "div",
    { class: "scroll", tabIndex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      null,
      h("caption", { class: "sr" }, caption),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          headings.map((name, place) => h("th", { scope: "col", class: place < words ? null : "figure" }, name)),
        ),
      ),
      h(
        "tbody",
        null,
        rows.map((cells) =>
          h(
            "tr",
            null,
            cells.map((cell, place) =>
              place === 0 ? h("th", { scope: "row" }, cell) : h("td", { class: place < words ? null : "figure" }, cell),
            ),
          ),
        ),
      ),
    ),
  );
}
