// Draws roads, queues, signals and vehicles. docs/page.md describes a frame.
import { color } from "../parts/colors.js";
import { tail } from "./network.js";

const VEHICLE_METERS = 7.5;
const NUMBERS = 5;
const FULL_QUEUE = 20;
/** Pixels per decimeter above which movements and vehicles are drawn as shapes. */
const CLOSE = 0.12;
/** Pixels per decimeter below which single queues are too small to be seen. */
const FAR = 0.025;

export function palette() {
  const names = [
    "map-ground",
    "map-road",
    "map-junction",
    "map-go",
    "map-yield",
    "map-stop",
    "map-off",
    "map-car",
    "map-halted",
    "map-queue-1",
    "map-queue-2",
    "map-queue-3",
    "ink",
  ];
  return Object.fromEntries(names.map((name) => [name, color(name)]));
}

export function paintRoads(context, network, view, pixels, colors) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = colors["map-ground"];
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  view.apply(context, pixels);
  context.lineCap = "butt";
  context.lineJoin = "round";
  const hair = 1 / view.scale;
  for (const { internal, width, path } of network.roads) {
    context.strokeStyle = colors[internal ? "map-junction" : "map-road"];
    context.lineWidth = Math.max(width * 0.92, hair);
    context.stroke(path);
  }
}

export function paintFrame(context, network, view, pixels, colors, frame, next, share) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  if (!frame) return;
  view.apply(context, pixels);
  if (view.scale < FAR) paintHeat(context, network, view, colors, frame.queues);
  paintQueues(context, network, view, colors, frame.queues);
  paintVehicles(context, view, colors, frame, next, share);
  paintSignals(context, network, view, colors, frame.lights);
}

/** The color class of a number of halting vehicles: 1, 2 or 3. */
const warmth = (halting) => (halting < 0.25 * FULL_QUEUE ? 1 : halting < 0.6 * FULL_QUEUE ? 2 : 3);

/** A disc around each signal, larger and redder with more halting vehicles. */
function paintHeat(context, network, view, colors, queues) {
  const standing = new Map();
  for (let i = 0; i < queues.length; i += 2) {
    const signal = network.heldBy[queues[i]];
    if (signal !== undefined) standing.set(signal, (standing.get(signal) ?? 0) + queues[i + 1]);
  }
  const discs = { 1: new Path2D(), 2: new Path2D(), 3: new Path2D() };
  for (const [signal, halting] of standing) {
    const { x, y } = network.signals[signal];
    const disc = discs[warmth(halting)];
    const radius = (5 + 2.5 * Math.sqrt(halting)) / view.scale;
    disc.moveTo(x + radius, y);
    disc.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.globalAlpha = 0.4;
  for (const [kind, disc] of Object.entries(discs)) {
    context.fillStyle = colors[`map-queue-${kind}`];
    context.fill(disc);
  }
  context.globalAlpha = 1;
}

/** Queues as a heat map: as long as the halting vehicles, and stronger with more of them. */
function paintQueues(context, network, view, colors, queues) {
  context.lineCap = "butt";
  const least = 6 / view.scale;
  for (let i = 0; i < queues.length; i += 2) {
    const lane = network.queues[queues[i]];
    if (!lane) continue;
    const halting = queues[i + 1];
    const line = tail(lane.line, Math.max(halting * VEHICLE_METERS * 10, least));
    const heat = Math.min(1, halting / FULL_QUEUE);
    context.globalAlpha = 0.55 + 0.35 * heat;
    context.strokeStyle = colors[`map-queue-${warmth(halting)}`];
    context.lineWidth = Math.max(lane.width * 0.9, least);
    context.beginPath();
    context.moveTo(line[0], line[1]);
    for (let k = 2; k < line.length; k += 2) context.lineTo(line[k], line[k + 1]);
    context.stroke();
  }
  context.globalAlpha = 1;
}

const KINDS = { G: "go", g: "go", y: "yield", Y: "yield", u: "yield", r: "stop", R: "stop", s: "stop" };

/** Green is an arrow into the junction, red a bar across the lane, yellow a thinner bar: shapes as well as colors. */
function paintSignals(context, network, view, colors, lights) {
  const paths = { go: new Path2D(), yield: new Path2D(), stop: new Path2D(), off: new Path2D() };
  const close = view.scale >= CLOSE;
  const dot = Math.max(1.3 / view.scale, Math.min(12, 1.8 / view.scale));
  lights.forEach((state, signal) => {
    const stops = network.stops[signal] ?? [];
    for (let index = 0; index < state.length; index++) {
      const stop = stops[index];
      if (!stop) continue;
      const kind = KINDS[state[index]] ?? "off";
      if (close) shape(paths[kind], kind, stop, Math.max(stop.half, dot));
      else paths[kind].rect(stop.x - dot, stop.y - dot, 2 * dot, 2 * dot);
    }
  });
  for (const [kind, path] of Object.entries(paths)) {
    context.fillStyle = colors[`map-${kind}`];
    context.fill(path);
  }
}

function shape(path, kind, { x, y, dx, dy }, half) {
  const [sx, sy] = [dy * half, -dx * half];
  if (kind === "go") {
    const length = Math.max(2.2 * half, 22);
    path.moveTo(x + sx, y + sy);
    path.lineTo(x + dx * length, y + dy * length);
    path.lineTo(x - sx, y - sy);
  } else {
    const depth = kind === "stop" ? 10 : 5;
    path.moveTo(x + sx, y + sy);
    path.lineTo(x + sx - dx * depth, y + sy - dy * depth);
    path.lineTo(x - sx - dx * depth, y - sy - dy * depth);
    path.lineTo(x - sx, y - sy);
  }
  path.closePath();
}

function paintVehicles(context, view, colors, frame, next, share) {
  const moving = new Path2D();
  const halted = new Path2D();
  const close = view.scale >= CLOSE;
  const radius = Math.max(1.4 / view.scale, 9);
  const later = next && share > 0 ? places(next) : null;
  const { vehicles } = frame;
  for (let i = 0; i < vehicles.length; i += NUMBERS) {
    let x = vehicles[i + 1];
    let y = vehicles[i + 2];
    let heading = vehicles[i + 3];
    const then = later?.get(vehicles[i]);
    if (then !== undefined) {
      x += (next.vehicles[then + 1] - x) * share;
      y += (next.vehicles[then + 2] - y) * share;
      heading += turn(next.vehicles[then + 3] - heading) * share;
    }
    const path = vehicles[i + 4] <= 1 ? halted : moving;
    if (close) car(path, x, y, heading);
    else path.rect(x - radius, y - radius, 2 * radius, 2 * radius);
  }
  context.fillStyle = colors["map-car"];
  context.fill(moving);
  context.fillStyle = colors["map-halted"];
  context.fill(halted);
}

const known = new WeakMap();

/** The offset of each vehicle in the numbers of a frame. */
function places(frame) {
  let found = known.get(frame);
  if (!found) {
    found = new Map();
    for (let i = 0; i < frame.vehicles.length; i += NUMBERS) found.set(frame.vehicles[i], i);
    known.set(frame, found);
  }
  return found;
}

/** The shorter of the two turns. */
const turn = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** 4.6 m by 1.9 m, its front at the given position. */
function car(path, x, y, heading) {
  const angle = (heading * Math.PI) / 180;
  const [dx, dy] = [Math.sin(angle), Math.cos(angle)];
  const [sx, sy] = [dy * 9.5, -dx * 9.5];
  path.moveTo(x, y);
  path.lineTo(x - dx * 10 + sx, y - dy * 10 + sy);
  path.lineTo(x - dx * 46 + sx, y - dy * 46 + sy);
  path.lineTo(x - dx * 46 - sx, y - dy * 46 - sy);
  path.lineTo(x - dx * 10 - sx, y - dy * 10 - sy);
  path.closePath();
}
