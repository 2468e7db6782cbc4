// Line charts. The library is loaded when the first chart is drawn.
import { Component, createRef, h } from "../dom.js";
import { counted, number } from "../format.js";
import { limits } from "./axis.js";
import { color, line, onTheme } from "./colors.js";

let library;

function fetched() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "webjars/chart.js/dist/chart.umd.min.js";
    script.onload = () => resolve(globalThis.Chart);
    script.onerror = () => {
      library = undefined;
      reject(new Error("The chart library could not be loaded."));
    };
    document.head.append(script);
  });
  return library;
}

/** Half transparent; colors of the style sheet are #rrggbb. */
const faint = (hex, strength) => hex + strength;

function datasets(series) {
  return series.flatMap(({ label, points, place }) => {
    const { color: ink, dash } = line(place);
    const shared = {
      label,
      borderColor: ink,
      backgroundColor: ink,
      pointRadius: points.length === 1 ? 3 : 0,
      pointHoverRadius: 4,
      tension: 0,
    };
    const main = { ...shared, borderWidth: 2, borderDash: dash, data: points.map(({ x, y }) => ({ x, y })) };
    if (!points.some(({ low, high }) => low !== high)) return [main];
    const edge = { ...shared, borderWidth: 0, pointRadius: 0, pointHoverRadius: 0, isEdge: true };
    return [
      main,
      { ...edge, data: points.map(({ x, low }) => ({ x, y: low })) },
      { ...edge, data: points.map(({ x, high }) => ({ x, y: high })), fill: "-1", backgroundColor: faint(ink, "2e") },
    ];
  });
}

const shownLimits = (series) => limits(series.flatMap(({ points }) => points.map(({ y }) => y)));

function options({ xTitle, unit, shown, min, max }) {
  const ink = color("muted");
  const grid = color("line");
  const axis = {
    ticks: { color: ink, maxTicksLimit: 6, font: { size: 11 } },
    grid: { color: grid },
    border: { color: grid },
  };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    parsing: false,
    normalized: true,
    interaction: { mode: "nearest", axis: "x", intersect: false },
    scales: {
      x: {
        ...axis,
        type: "linear",
        title: { display: true, text: xTitle, color: ink, font: { size: 11 } },
        ticks: { ...axis.ticks, maxRotation: 0, callback: (value) => number(value) },
      },
      y: { ...axis, min, max, ticks: { ...axis.ticks, callback: (value) => number(value) } },
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        filter: (item) => !item.dataset.isEdge,
        backgroundColor: color("ink"),
        titleColor: color("surface"),
        bodyColor: color("surface"),
        padding: 8,
        boxPadding: 4,
        callbacks: {
          title: (items) => (items.length ? `${counted(items[0].parsed.x)} ${shown}` : ""),
          label: (item) => `${item.dataset.label}: ${number(item.parsed.y, 4)} ${unit}`,
        },
      },
    },
  };
}

/** A text alternative of the chart, for screen readers. */
function inWords(name, series, unit) {
  const each = series.map(({ label, points }) => {
    const ys = points.map(({ y }) => y);
    const last = ys[ys.length - 1];
    return `${label}: ${ys.length} points, last ${number(last)}, from ${number(Math.min(...ys))} to ${number(Math.max(...ys))} ${unit}`;
  });
  return `${name}. ${each.join("; ")}`;
}

/**
 * series: {label, place, points: [{x, y, low, high}]}; place selects color and dashes. The values are
 * available below as a table.
 */
export class LineChart extends Component {
  constructor() {
    super();
    this.canvas = createRef();
    this.state = { failure: null };
  }

  async componentDidMount() {
    this.isHere = true;
    this.forget = onTheme(() => {
      this.chart?.destroy();
      this.draw();
    });
    try {
      this.Chart = await fetched();
      if (this.isHere) this.draw();
    } catch (failure) {
      this.setState({ failure });
    }
  }

  componentDidUpdate() {
    if (!this.chart) return;
    this.chart.data.datasets = datasets(this.props.series);
    const { min, max } = shownLimits(this.props.series);
    Object.assign(this.chart.options.scales.y, { min, max });
    this.chart.update("none");
  }

  componentWillUnmount() {
    this.isHere = false;
    this.forget();
    this.chart?.destroy();
  }

  draw() {
    const { series, xTitle = "decisions", unit = "", shown = "decisions" } = this.props;
    this.chart = new this.Chart(this.canvas.current, {
      type: "line",
      data: { datasets: datasets(series) },
      options: options({ xTitle, unit, shown, ...shownLimits(series) }),
    });
  }

  render({ name, series, unit = "", tall = false }, { failure }) {
    if (failure) return h("p", { class: "note", role: "alert" }, `${failure.message} Reload the page.`);
    const { beyond = [] } = shownLimits(series);
    return [
      h(
        "div",
        { class: `plot${tall ? " tall" : ""}` },
        h("canvas", { ref: this.canvas, role: "img", "aria-label": inWords(name, series, unit) }),
      ),
      beyond.length > 0 &&
        h(
          "p",
          { class: "note beyond" },
          `${beyond.length} of the values ${beyond.length === 1 ? "lies" : "lie"} outside of the drawing: ${beyond
            .slice(0, 5)
            .map((value) => number(value))
            .join(", ")}${beyond.length > 5 ? ", …" : ""} ${unit}`,
        ),
    ];
  }
}
