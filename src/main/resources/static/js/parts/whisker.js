// Means with their intervals as dots with whiskers, on one scale.
import { h } from "../dom.js";

const WIDTH = 160;
const HEIGHT = 20;
const EDGE = 8;

/** The scale that all figures of a column share. */
export function scale(figures) {
  const ends = figures.flatMap(({ mean, halfWidth }) => [mean - (halfWidth ?? 0), mean + (halfWidth ?? 0)]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return (value) => (high === low ? WIDTH / 2 : EDGE + ((value - low) / (high - low)) * (WIDTH - 2 * EDGE));
}

export function whisker(figure, place, own) {
  const half = figure.halfWidth ?? 0;
  const [left, middle, right] = [figure.mean - half, figure.mean, figure.mean + half].map(place);
  return h(
    "svg",
    {
      class: `whisker${own ? " own" : ""}`,
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      "aria-hidden": "true",
      focusable: "false",
    },
    h("line", { class: "rail", x1: 0, x2: WIDTH, y1: HEIGHT / 2, y2: HEIGHT / 2 }),
    h("line", { class: "range", x1: left, x2: right, y1: HEIGHT / 2, y2: HEIGHT / 2 }),
    half > 0 && [left, right].map((x) => h("line", { class: "range", x1: x, x2: x, y1: 6, y2: HEIGHT - 6 })),
    own
      ? h("rect", {
          class: "dot",
          x: middle - 4,
          y: HEIGHT / 2 - 4,
          width: 8,
          height: 8,
          transform: `rotate(45 ${middle} ${HEIGHT / 2})`,
        })
      : h("circle", { class: "dot", cx: middle, cy: HEIGHT / 2, r: 4 }),
  );
}
