// How signals of a deployment perform: the measures of ATSPM from its event log, phase by phase.
import { get, part } from "../api.js";
import { Component, h } from "../dom.js";
import { clock, number } from "../format.js";
import { panel } from "../parts/basics.js";
import { coordination } from "../parts/coordination.js";
import { choice } from "../parts/fields.js";
import { Loader } from "../parts/loader.js";
import { table } from "../parts/table.js";

const MILLIS = 10000;
const TIMES = [
  ["15", "15 minutes"],
  ["60", "hour"],
  ["240", "4 hours"],
  ["1440", "24 hours"],
];
const COLUMNS = [
  ["Phase", "number, directions and road"],
  ["Vehicles/h", "over the stop line"],
  ["v/c", "volume to capacity"],
  ["On green", "share of arrivals that meet green"],
  ["Platoon ratio", "above 1 where platoons meet green"],
  ["Green used", "share of green for which somebody is there"],
  ["Split (s)", "mean of green, yellow and red clearance"],
  ["Split failures", "of whole cycles"],
  ["On yellow, red", "vehicles that cross then"],
  ["Gap, max, force", "why greens ended"],
];
const NO_LOG =
  'This deployment keeps no event log, from which its signals would be measured. ‘Event log’ in the form of a deployment, or "eventLog": true over REST, turns it on.';

/** path: the deployment's, in the API; lights: its signals; chosen: the one selected elsewhere, if any; logged, over. */
export class SignalPerformance extends Component {
  state = { light: null, chosen: null, minutes: "15", phase: null };

  static getDerivedStateFromProps({ chosen = null }, state) {
    return chosen === state.chosen ? null : { chosen, light: chosen ?? state.light, phase: null };
  }

  render({ path, lights, logged, over }, { light, minutes, phase }) {
    if (!logged) return panel("Signal performance", h("p", { class: "note" }, NO_LOG), { id: "performance" });
    const shown = light ?? lights[0];
    const signal = `${path}/signals/${part(shown)}`;
    return panel(
      "Signal performance",
      h(
        Loader,
        {
          key: `${shown} ${minutes}`,
          load: () => get(`${signal}/performance`, { minutes }),
          every: over ? 0 : MILLIS,
          lines: 5,
        },
        (found) => this.found(found, signal, minutes, phase),
      ),
      {
        id: "performance",
        note: "Measured from the event log, phase by phase; the log can be read a minute after it happened.",
        actions: h(
          "div",
          { class: "actions" },
          h(
            "span",
            { class: "inline" },
            h("label", { for: "performance-signal" }, "Measured signal"),
            choice(lights, shown, (name) => this.setState({ light: name, phase: null }), { id: "performance-signal" }),
          ),
          h(
            "span",
            { class: "inline" },
            h("label", { for: "performance-minutes" }, "Newest"),
            choice(TIMES, minutes, (time) => this.setState({ minutes: time }), { id: "performance-minutes" }),
          ),
        ),
      },
    );
  }

  found({ signal, fromSeconds, toSeconds, phases, splitFailures, arrivalsOnGreen }, path, minutes, chosen) {
    const driven = phases.filter(({ pedestrian }) => !pedestrian);
    if (!driven.length) return h("p", { class: "note" }, "The signal has no phase of vehicles.");
    const phase = driven.find((one) => String(one.phase) === chosen) ?? busiest(driven);
    return h(
      "div",
      { class: "measured", "data-signal": signal, "data-until": toSeconds },
      h(
        "p",
        null,
        `${clock(fromSeconds)} to ${clock(toSeconds)} of simulated time: ${splitFailures} split failures, ${share(arrivalsOnGreen)} of arrivals on green.`,
      ),
      table(
        "Measures by phase",
        COLUMNS.map(([name, meaning]) => h("span", { title: meaning }, name)),
        driven.map(row),
      ),
      h(
        "div",
        { class: "actions" },
        h("h3", null, "Coordination diagram"),
        h(
          "label",
          { class: "inline" },
          "Phase ",
          choice(
            driven.map((one) => [String(one.phase), named(one)]),
            String(phase.phase),
            (value) => this.setState({ phase: value }),
          ),
        ),
      ),
      h(
        Loader,
        {
          key: `${path} ${phase.phase} ${minutes}`,
          on: String(toSeconds),
          load: () => get(`${path}/coordination`, { phase: phase.phase, minutes }),
        },
        (diagram) => coordination(diagram, fromSeconds, toSeconds),
      ),
    );
  }
}

const busiest = (phases) => phases.reduce((most, one) => (one.arrivals > most.arrivals ? one : most));
const named = ({ phase, movements, approach }) => `${phase} ${movements} from ${approach}`;
const share = (value) => (value === null || value === undefined ? "–" : `${Math.round(100 * value)} %`);

const row = (one) => [
  named(one),
  number(one.vehiclesPerHour),
  number(one.volumeToCapacity, 2),
  share(one.arrivalsOnGreen),
  number(one.platoonRatio),
  share(one.greenUtilization),
  number(one.meanSplitSeconds),
  `${one.splitFailures} of ${one.cycles}`,
  `${one.yellowActuations}, ${one.redActuations}`,
  `${one.gapOuts}, ${one.maxOuts}, ${one.forceOffs}`,
];
