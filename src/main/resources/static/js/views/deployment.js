// One deployment: its live network, its figures, and what controls each signal.

import { get, getSlowly, part } from "../api.js";
import { Component, h } from "../dom.js";
import { clock, number, title, whole } from "../format.js";
import { MapCanvas } from "../map/canvas.js";
import { legend } from "../map/legend.js";
import { LiveFeed } from "../map/live-feed.js";
import { prepare } from "../map/network.js";
import { head, panel, skeleton, tile, trouble } from "../parts/basics.js";
import { LineChart } from "../parts/chart.js";
import { OrderSignal } from "../parts/order.js";
import { isOver, status } from "../parts/status.js";
import { TimingSheet } from "../parts/timing-sheet.js";
import { listen } from "../stream.js";
import { Periods } from "./deployment-periods.js";
import { endedTrips, recentLoss } from "./deployment-trips.js";
import { controllerName, fallbackShare, handBack } from "./deployments.js";
import { SignalEvents } from "./signal-events.js";
import { SignalPerformance } from "./signal-performance.js";

const BETWEEN_HISTORIES_MILLIS = 3000;
const MOST_SIGNALS = 60;
const MOST_POINTS = 400;

export class Deployment extends Component {
  constructor() {
    super();
    this.state = {
      deployment: null,
      network: null,
      mapProblem: null,
      history: [],
      problem: null,
      signal: null,
      onlyFaults: false,
    };
    this.again = () => this.begin();
  }

  componentDidMount() {
    this.isHere = true;
    this.begin();
  }

  componentWillUnmount() {
    this.isHere = false;
    clearTimeout(this.waiting);
    clearInterval(this.reading);
    this.stop?.();
    this.feed?.close();
  }

  path(more = "") {
    return `deployments/${part(this.props.id)}${more}`;
  }

  async begin() {
    clearTimeout(this.waiting);
    try {
      const deployment = await get(this.path());
      if (!this.isHere) return;
      this.take(deployment);
      this.setState({ problem: null });
      this.stop ??= listen(this.path("/events"), { deployment: (news) => this.take(news) });
      this.feed ??= new LiveFeed(this.props.id);
      this.reading ??= setInterval(() => this.readHistory(), BETWEEN_HISTORIES_MILLIS);
      this.readHistory();
      this.drawMap(deployment);
    } catch (problem) {
      if (!this.isHere) return;
      this.setState({ problem });
      if (problem.passing) this.waiting = setTimeout(this.again, 3000);
    }
  }

  take(deployment) {
    this.setState({ deployment });
    document.title = `${title(deployment)} · Clearway`;
  }

  async readHistory() {
    if (this.isComplete) return;
    try {
      const history = await get(this.path("/metrics"), { points: MOST_POINTS });
      this.isComplete = isOver(this.state.deployment.state) || this.state.deployment.state === "FAILED";
      if (this.isHere) this.setState({ history, problem: null });
    } catch (problem) {
      // the next request follows soon
      if (this.isHere) this.setState({ problem });
    }
  }

  async drawMap({ scenario }) {
    try {
      const network = prepare(await getSlowly(`scenarios/${part(scenario)}/map`));
      if (this.isHere) this.setState({ network, mapProblem: null });
    } catch (mapProblem) {
      if (this.isHere) this.setState({ mapProblem });
    }
  }

  render(_, { deployment, problem, network, mapProblem, history, signal }) {
    if (!deployment) {
      return problem
        ? h(
            "div",
            null,
            h("h1", null, "Deployment"),
            trouble(problem, this.again),
            h("p", null, h("a", { class: "button", href: "#/deployments" }, "Go to the list of deployments")),
          )
        : skeleton(10);
    }
    const over = isOver(deployment.state) || deployment.state === "FAILED";
    return h(
      "div",
      { "data-state": deployment.state },
      h("p", { class: "crumbs" }, h("a", { href: "#/deployments" }, "Live"), " / ", h("span", null, title(deployment))),
      head(
        title(deployment),
        !over && [h(OrderSignal, { deployment: this.props.id }), handBack(deployment)],
        h(
          "p",
          { class: "under" },
          status(deployment.state),
          h("span", null, deployment.scenario),
          h("span", null, controllerName(deployment)),
          h("span", null, `${deployment.host}:${deployment.port}`),
        ),
      ),
      problem && trouble({ ...problem, title: `Not up to date: ${problem.title}` }, this.again),
      deployment.state === "FAILED" &&
        trouble({
          title: "The deployment failed",
          detail: deployment.message,
          hint: "Start the simulation with the scenario’s own files, then deploy again.",
        }),
      deployment.state === "FALLBACK" && h("p", { class: "banner warn", role: "status" }, deployment.message),
      tiles(deployment, over ? history : []),
      mapProblem && trouble({ ...mapProblem, title: "The network cannot be drawn" }, () => this.drawMap(deployment)),
      network
        ? h(
            "section",
            { class: "panel map-panel", "aria-label": "Map" },
            h(MapCanvas, {
              network,
              feed: over ? null : this.feed,
              label: `Map of ${deployment.scenario}`,
              onSignal: (light) => this.setState({ signal: light }),
            }),
            legend(),
          )
        : !mapProblem && skeleton(8),
      h(
        "div",
        { class: "charts" },
        curve("Queue", "vehicles per link", history, "meanQueueVehicles"),
        curve("Present waiting time", "s", history, "meanWaitingSeconds"),
      ),
      endedTrips(deployment),
      this.signals(deployment, signal),
      this.records(deployment, over, signal),
      h(Periods, { deployment, history }),
    );
  }

  /** What is kept of single signals: how they perform, what happened to them, and the times that they keep to. */
  records({ signals = [], eventLog }, over, chosen) {
    const path = this.path();
    const lights = signals.map(({ light }) => light);
    return [
      lights.length > 0 && h(SignalPerformance, { path, lights, chosen, logged: eventLog, over }),
      h(SignalEvents, { path, deployment: this.props.id, signals, over }),
      lights.length > 0 && h(TimingSheet, { path, lights, chosen }),
    ];
  }

  signals({ signals = [], state }, chosen) {
    if (!signals.length) return null;
    const over = isOver(state) || state === "FAILED";
    const { onlyFaults } = this.state;
    const isFault = ({ mode }) => /LATE|FAILED|ILLEGAL|BAD|TRIPPED|ERROR/.test(mode);
    const fitting = signals.filter((signal) => (chosen ? signal.light === chosen : !onlyFaults || isFault(signal)));
    return panel(
      "Signals",
      h(
        "div",
        { class: "scroll tall", tabIndex: 0, role: "region", "aria-label": "Signals" },
        h(
          "table",
          null,
          h("caption", { class: "sr" }, "Signals and their control mode"),
          h(
            "thead",
            null,
            h(
              "tr",
              null,
              ["Signal", "Shows", "For", "Controlled by", "Refused", "Fallbacks", "Order"].map((name) =>
                h("th", { scope: "col" }, name),
              ),
            ),
          ),
          h(
            "tbody",
            null,
            fitting
              .slice(0, MOST_SIGNALS)
              .map((signal) =>
                h(
                  "tr",
                  { key: signal.light, class: isFault(signal) ? "fault" : null },
                  h("th", { scope: "row" }, signal.light),
                  h("td", null, h("code", null, signal.shown)),
                  h("td", null, `${number(signal.shownSeconds)} s`),
                  h("td", { class: "small" }, words(signal)),
                  h("td", null, signal.refusals),
                  h("td", null, signal.fallbacks),
                  h("td", null, !over && h(OrderSignal, { deployment: this.props.id, signal: signal.light })),
                ),
              ),
          ),
        ),
      ),
      {
        id: "signals",
        note:
          fitting.length > MOST_SIGNALS
            ? `The first ${MOST_SIGNALS} of ${whole(fitting.length)}; choose one on the map to see it.`
            : `${whole(fitting.length)} of ${whole(signals.length)}. Refused: changes of stage that the controller asked for and the safety envelope did not allow yet, such as before the minimum green was over; the signal stayed as it was.`,
        actions: chosen
          ? h("button", { type: "button", onClick: () => this.setState({ signal: null }) }, "Show all signals")
          : h(
              "label",
              { class: "inline" },
              h("input", {
                type: "checkbox",
                checked: onlyFaults,
                onChange: (event) => this.setState({ onlyFaults: event.currentTarget.checked }),
              }),
              " Only those in fallback",
            ),
      },
    );
  }
}

function words({ mode, reason, sinceSeconds }) {
  const since = ` since ${clock(sinceSeconds)}`;
  const who =
    mode === "CONTROLLER"
      ? "the controller"
      : mode === "RELEASED"
        ? `the network’s own program${since}`
        : mode === "OPERATOR_HOLD"
          ? `an operator${since}`
          : `fixed time${since}`;
  return reason ? `${who}: ${reason}` : who;
}

/** Mean of a figure over a drive that is over; the last instant of one says nothing of it. */
function meanOf(history, key) {
  const values = history.map((sample) => sample[key]).filter(Number.isFinite);
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
}

function tiles({ traffic, decisions, ...deployment }, drive) {
  const ended = drive.length > 0;
  const queue = ended ? meanOf(drive, "meanQueueVehicles") : traffic.meanQueueVehicles;
  const waiting = ended ? meanOf(drive, "meanWaitingSeconds") : traffic.meanWaitingSeconds;
  return h(
    "dl",
    { class: "tiles" },
    tile("Simulated time", clock(traffic.seconds), "", !ended && below("as fast as the simulation’s clients step")),
    tile("Queue", number(queue), "", below(ended ? "vehicles per link, mean of the drive" : "vehicles per link")),
    tile("Waiting time", number(waiting), "s", ended && below("mean of the drive")),
    lossTile(deployment),
    tile("Arrived", whole(traffic.arrived)),
    tile(
      "In the network",
      whole(traffic.running),
      "",
      traffic.waitingToEnter > 0 && below(`+ ${whole(traffic.waitingToEnter)} kept out`),
    ),
    tile(
      "In fallback",
      fallbackShare(deployment),
      "",
      below(`${whole(deployment.signalsInFallback)} of ${whole(deployment.signalCount)} signals`),
    ),
    tile(
      "Decisions",
      whole(decisions.decisions),
      "",
      decisions.late + decisions.failed > 0 &&
        below(`${whole(decisions.late)} late, ${whole(decisions.failed)} failed`),
    ),
  );
}

/** Of the trips that ended lately; none before one has. */
function lossTile(deployment) {
  const recent = recentLoss(deployment);
  return recent && tile("Time loss", number(recent.seconds), "s", below(`per vehicle, ${recent.of}`));
}

const below = (words) => h("span", { class: "sub" }, words);

function curve(name, measure, history, key) {
  const drawn = history.map((sample) => ({ x: sample.seconds, y: sample[key], low: sample[key], high: sample[key] }));
  return h(
    "figure",
    { class: "panel chart", "data-metric": key },
    h("figcaption", null, h("h3", null, name, h("span", { class: "unit" }, ` ${measure}`))),
    drawn.length
      ? h(LineChart, {
          name,
          unit: measure,
          xTitle: "simulated seconds",
          shown: "s",
          series: [{ label: name, place: 0, points: drawn }],
        })
      : h("p", { class: "note" }, "Nothing has been measured yet."),
  );
}
