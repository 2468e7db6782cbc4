// The timing sheet of a signal: its movements, and its intergreens as a matrix.
import { getSlowly, part } from "../api.js";
import { Component, h } from "../dom.js";
import { facts, panel } from "./basics.js";
import { choice } from "./fields.js";
import { Loader } from "./loader.js";

const PROFILES = {
  standard: "the longer of the own program’s and the formulas’ times, or what timings.json gives",
  owner: "the own program’s times, and the formulas’ where it has none",
  paper: "the papers’ times, too short for live signals",
};
const MATRIX_NOTE =
  "From the end of the row’s green to the beginning of the column’s, yellow included; empty: no conflict.";
const KINDS = { vehicles: "vehicle", pedestrians: "pedestrian" };
const DIRECTIONS = {
  s: "straight",
  r: "right",
  l: "left",
  t: "turn around",
  R: "partially right",
  L: "partially left",
};

/** path: what has the signals, in the API; lights: their names; chosen: the one that was selected elsewhere, if any. */
export class TimingSheet extends Component {
  state = { light: null, chosen: null };

  static getDerivedStateFromProps({ chosen = null }, state) {
    return chosen === state.chosen ? null : { chosen, light: chosen ?? state.light };
  }

  render({ path, lights }, { light }) {
    const shown = light ?? lights[0];
    return panel(
      "Timing sheet",
      h(Loader, { key: shown, load: () => getSlowly(`${path}/signals/${part(shown)}/timing`), lines: 5 }, (sheet) =>
        written(sheet),
      ),
      {
        id: "timing",
        note: "The times that the signal keeps to, whoever decides.",
        actions: h(
          "span",
          { class: "inline" },
          h("label", { for: "timing-signal" }, "Signal"),
          choice(lights, shown, (name) => this.setState({ light: name }), { id: "timing-signal" }),
        ),
      },
    );
  }
}

function written({ signal, profile, sha256, movements, intergreens }) {
  return [
    facts([
      ["profile", [h("code", null, profile), PROFILES[profile] && `: ${PROFILES[profile]}`]],
      ["SHA-256 of the network’s sheet", h("code", null, sha256)],
    ]),
    h(
      "div",
      { class: "sheet", "data-signal": signal },
      h("div", null, h("h3", null, "Movements ", h("span", { class: "unit" }, "times in s")), movementTable(movements)),
      h(
        "div",
        null,
        h("h3", null, "Intergreens ", h("span", { class: "unit" }, "s")),
        matrix(movements, intergreens),
        h("p", { class: "note" }, MATRIX_NOTE),
      ),
    ),
  ];
}

const region = (label, table) => h("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": label }, table);

function movementTable(movements) {
  const times = ["Yellow", "Min. green", "Max. red"];
  return region(
    "Movements",
    h(
      "table",
      { class: "movements" },
      h("caption", { class: "sr" }, "Movements and their times in seconds"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          ["Index", "Movement", "Kind"].map((name) => h("th", { scope: "col" }, name)),
          times.map((name) => h("th", { scope: "col", class: "figure" }, name)),
        ),
      ),
      h("tbody", null, movements.map(movementRow)),
    ),
  );
}

function movementRow({ index, kind, ways, yellowSeconds, minimumGreenSeconds, maximumRedSeconds }) {
  const times = kind === "none" ? ["–", "–", "–"] : [yellowSeconds, minimumGreenSeconds, maximumRedSeconds || "none"];
  return h(
    "tr",
    null,
    h("th", { scope: "row" }, index),
    h("td", { class: "ways" }, ways.length ? ways.map(wayLines) : "controls nothing"),
    h("td", null, KINDS[kind] ?? "–"),
    times.map((time) => h("td", { class: "figure" }, time)),
  );
}

function wayLines(way) {
  const more = [DIRECTIONS[way.direction], way.fromLane >= 0 && `lane ${way.fromLane}`].filter(Boolean).join(", ");
  return h("div", null, wayName(way), !isCrossing(way) && [" ", h("span", { class: "unit" }, more)]);
}

// roads inside a junction, such as crossings, begin with a colon
const isCrossing = ({ toRoad }) => toRoad.startsWith(":");
const wayName = (way) => (isCrossing(way) ? `crossing ${way.toRoad}` : `${way.fromRoad} → ${way.toRoad}`);

/** Rows end, columns begin, as in RiLSA; empty where two movements do not conflict. */
function matrix(movements, intergreens) {
  const moving = movements.filter(({ kind }) => kind !== "none");
  const seconds = new Map(intergreens.map((one) => [`${one.ending} ${one.beginning}`, one.seconds]));
  const heading = ({ index, ways }, scope) => h("th", { scope, title: ways.map(wayName).join("; ") }, index);
  return region(
    "Intergreens",
    h(
      "table",
      { class: "matrix" },
      h("caption", { class: "sr" }, "Intergreens in seconds; rows end, columns begin"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          h("td", null, "ends ↓ begins →"),
          moving.map((beginning) => heading(beginning, "col")),
        ),
      ),
      h(
        "tbody",
        null,
        moving.map((ending) =>
          h(
            "tr",
            null,
            heading(ending, "row"),
            moving.map((beginning) =>
              h(
                "td",
                { class: ending === beginning ? "same" : null },
                seconds.get(`${ending.index} ${beginning.index}`),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
