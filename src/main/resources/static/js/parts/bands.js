// Several seeds of equal settings as one line with a band. Independent of the page.

/** Runs of equal settings and length that differ in nothing but seed and name, in the order of their first ones. */
export function groups(runs) {
  const found = new Map();
  for (const run of runs) {
    const key = JSON.stringify([
      run.scenario,
      run.algorithm,
      sorted(run.scenarioSettings),
      sorted(run.algorithmSettings),
      run.scenarioHash,
      run.decisions,
    ]);
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(run);
  }
  return [...found.values()].flatMap(bySeed);
}

/** A run that repeats a seed is no further seed: each repetition becomes a group of its own. */
function bySeed(runs) {
  const first = runs.filter((run, place) => runs.findIndex(({ seed }) => seed === run.seed) === place);
  return [first, ...runs.filter((run) => !first.includes(run)).map((run) => [run])];
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.keys(value)
    .sort()
    .map((name) => [name, sorted(value[name])]);
}

/** The value of a curve at x, linearly interpolated; none outside its range. */
export function at(points, x) {
  if (!points.length || x < points[0].x || x > points[points.length - 1].x) return undefined;
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle].x <= x) low = middle;
    else high = middle;
  }
  const [a, b] = [points[low], points[high]];
  return b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
}

/** Mean of several curves, with their minimum and maximum; only up to where all of them have values. */
export function band(curves, count = 200) {
  const there = curves.filter((points) => points.length);
  if (!there.length) return [];
  if (there.length === 1) return there[0];
  const first = Math.max(...there.map((points) => points[0].x));
  const last = Math.min(...there.map((points) => points[points.length - 1].x));
  if (last < first) return [];
  const steps = Math.max(1, Math.min(count, Math.max(...there.map((points) => points.length))));
  return Array.from({ length: steps }, (_, index) => {
    const x = steps === 1 ? last : first + ((last - first) * index) / (steps - 1);
    const ys = there.map((points) => at(points, x)).filter((y) => y !== undefined);
    return {
      x: Math.round(x),
      y: ys.reduce((sum, y) => sum + y, 0) / ys.length,
      low: Math.min(...ys),
      high: Math.max(...ys),
    };
  });
}
