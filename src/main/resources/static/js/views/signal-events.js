// What happened to single signals of a deployment: faults and orders, and which signals wait for a reset.
import { get } from "../api.js";
import { Component, h } from "../dom.js";
import { clock, moment, whole } from "../format.js";
import { panel } from "../parts/basics.js";
import { icon } from "../parts/icons.js";
import { Loader } from "../parts/loader.js";
import { OrderSignal } from "../parts/order.js";
import { status } from "../parts/status.js";

const STEP = 25;
const MOST_EVENTS = 1000;
const MOST_LATCHED = 12;
const MILLIS = 3000;
/** After the end only what was late to be stored is missing. */
const MILLIS_AFTER_THE_END = 30000;

const isLatched = ({ mode }) => /TRIPPED|ERROR/.test(mode);

/** path: the deployment's, in the API; deployment: its id; signals: their status; over: whether it has ended. */
export class SignalEvents extends Component {
  state = { limit: STEP };

  render({ path, deployment, signals, over }, { limit }) {
    const latched = signals.filter(isLatched);
    return panel(
      "Signal events",
      [
        latched.length > 0 && latchedList(latched, !over && deployment),
        h(
          Loader,
          {
            load: () => get(`${path}/signal-events`, { limit: Math.min(limit + 1, MOST_EVENTS) }),
            every: over ? MILLIS_AFTER_THE_END : MILLIS,
            on: `${limit} ${over}`,
            lines: 3,
          },
          (events) => this.list(events, new Set(latched.map(({ light }) => light))),
        ),
      ],
      { id: "signal-events", note: "Faults of signals and orders of operators, the newest first." },
    );
  }

  list(events, latched) {
    const { limit } = this.state;
    if (!events.length) return h("p", { class: "note" }, "No signal had a fault, and nobody gave an order.");
    return [
      eventTable(events.slice(0, limit), latched),
      events.length > limit
        ? h(
            "div",
            { class: "actions" },
            h("button", { type: "button", onClick: () => this.setState({ limit: limit + STEP }) }, "Show more events"),
          )
        : limit >= MOST_EVENTS &&
          h("p", { class: "note" }, `Older events than these ${whole(MOST_EVENTS)} are not shown.`),
    ];
  }
}

function latchedList(latched, deployment) {
  const more = latched.length - MOST_LATCHED;
  return h(
    "ul",
    { class: "latched", "aria-label": "Signals that wait for a reset" },
    latched
      .slice(0, MOST_LATCHED)
      .map(({ light, reason, sinceSeconds }) =>
        h(
          "li",
          { key: light, "data-signal": light },
          icon("warning"),
          h("p", null, h("strong", null, light), ` is latched to fixed time since ${clock(sinceSeconds)}: ${reason}`),
          deployment && h(OrderSignal, { deployment, signal: light, label: "Reset" }),
        ),
      ),
    more > 0 && h("li", null, `${whole(more)} more are marked in the table of signals.`),
  );
}

function eventTable(events, latched) {
  return h(
    "div",
    { class: "scroll tall", tabIndex: 0, role: "region", "aria-label": "Signal events" },
    h(
      "table",
      { class: "cards events" },
      h("caption", { class: "sr" }, "Faults of signals and orders of operators"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          ["Simulated time", "Signal", "Kind", "What, by whom and why"].map((name) => h("th", { scope: "col" }, name)),
        ),
      ),
      h(
        "tbody",
        null,
        events.map((event) => eventRow(event, event.kind !== "ORDER" && latched.has(event.signal))),
      ),
    ),
  );
}

function eventRow({ seconds, signal, kind, description, recordedAt }, isOfLatched) {
  return h(
    "tr",
    { class: isOfLatched ? "latched" : null },
    h("td", { "data-label": "Simulated time" }, clock(seconds), h("span", { class: "sub" }, moment(recordedAt))),
    h("td", { class: "signal", "data-label": "Signal" }, h("strong", null, signal)),
    h("td", { class: "state" }, status(kind)),
    h("td", { class: "what" }, description),
  );
}
