// The Purdue coordination diagram of a phase: each arrival by when it comes and how long after the begin of red.
import { h } from "../dom.js";
import { clock, whole } from "../format.js";

const WIDTH = 960;
const HEIGHT = 280;
const LEFT = 44;
const RIGHT = 930;
const TOP = 12;
const BOTTOM = 240;
const MOST_TICKS = 6;
const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];

/** diagram: as the service gives it; from, to: the simulated seconds that it spans. */
export function coordination({ phase, cycles, arrivals }, from, to) {
  if (!cycles.length) return h("p", { class: "note" }, "No whole cycle, from red to red, lies in this time.");
  const longest = Math.max(...cycles.map((cycle) => cycle.endSeconds - cycle.redSeconds));
  const x = (seconds) => round(LEFT + ((seconds - from) / Math.max(1, to - from)) * (RIGHT - LEFT));
  const y = (seconds) => round(BOTTOM - (seconds / longest) * (BOTTOM - TOP));
  const onGreen = arrivals.filter((arrival) => arrival.onGreen);
  const others = arrivals.filter((arrival) => !arrival.onGreen);
  const dots = (kind, ones) =>
    h("path", {
      class: `dots ${kind}`,
      d: ones.map((one) => `M${x(one.seconds)} ${y(one.sinceRedSeconds)}h0`).join(""),
    });
  const begins = (kind, at) =>
    h("path", {
      class: `begins ${kind}`,
      d: cycles
        .map((cycle) => `M${x(cycle.redSeconds)} ${y(cycle[at] - cycle.redSeconds)}H${x(cycle.endSeconds)}`)
        .join(""),
    });
  const found = `${whole(arrivals.length)} arrivals in ${whole(cycles.length)} cycles, ${whole(onGreen.length)} on green`;
  return h(
    "figure",
    { class: "coordination" },
    h(
      "svg",
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: "img",
        "aria-label": `Coordination diagram of phase ${phase}: ${found}`,
      },
      ticks(from, to).map((at) => [
        h("line", { class: "grid", x1: x(at), x2: x(at), y1: TOP, y2: BOTTOM }),
        h("text", { x: x(at), y: BOTTOM + 16, "text-anchor": "middle" }, clock(at)),
      ]),
      ticks(0, longest).map((at) => [
        h("line", { class: "grid", x1: LEFT, x2: RIGHT, y1: y(at), y2: y(at) }),
        h("text", { x: LEFT - 6, y: y(at) + 4, "text-anchor": "end" }, at),
      ]),
      h("text", { x: RIGHT, y: BOTTOM + 34, "text-anchor": "end" }, "simulated time; up: seconds since red began"),
      begins("green", "greenSeconds"),
      begins("yellow", "yellowSeconds"),
      begins("red", "endSeconds"),
      dots("met", onGreen),
      dots("missed", others),
    ),
    h(
      "figcaption",
      { class: "note" },
      `${found}. Dots: arrivals, blue on green, else gray. Lines in each cycle: green, yellow and red begin.`,
    ),
  );
}

const round = (value) => Math.round(10 * value) / 10;

function ticks(from, to) {
  const step = STEPS.find((one) => (to - from) / one <= MOST_TICKS) ?? 6 * 3600;
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}
