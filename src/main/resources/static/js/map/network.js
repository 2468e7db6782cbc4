// A network as the service describes it, prepared for drawing. Coordinates are decimeters; y grows upward.

/** Lanes as paths, stop lines, and the bounds of it all. */
export function prepare(map) {
  const lanes = map.lanes.map(([internal, width, ...line]) => ({ internal: internal === 1, width, line }));
  return {
    lanes,
    roads: roads(lanes),
    stops: stops(map, lanes),
    queues: map.watched.map((place) => lanes[place]),
    signals: centers(map, lanes),
    heldBy: heldBy(map),
    bounds: bounds(lanes),
  };
}

/** For each watched lane the index of the signal at its end, if there is one. */
function heldBy(map) {
  const holder = new Map();
  for (const [signal, { stops: places }] of map.signals.entries()) {
    for (const place of places) holder.set(place, signal);
  }
  return map.watched.map((place) => holder.get(place));
}

/** One path for all lanes of a kind and width, so that thousands are drawn at once. */
function roads(lanes) {
  const kinds = new Map();
  for (const { internal, width, line } of lanes) {
    const key = `${internal}/${width}`;
    if (!kinds.has(key)) kinds.set(key, { internal, width, path: new Path2D() });
    const { path } = kinds.get(key);
    path.moveTo(line[0], line[1]);
    for (let i = 2; i < line.length; i += 2) path.lineTo(line[i], line[i + 1]);
  }
  return [...kinds.values()].sort((a, b) => Number(b.internal) - Number(a.internal));
}

/** The stop line of each signal index: the lane's end, its direction, and its share of the lane's width. */
function stops(map, lanes) {
  return map.signals.map(({ stops: places }) => {
    const sharing = new Map();
    for (const [index, place] of places.entries()) {
      if (place >= 0) sharing.set(place, [...(sharing.get(place) ?? []), index]);
    }
    return places.map((place, index) => {
      if (place < 0) return null;
      const { line, width } = lanes[place];
      const [x0, y0, x, y] = line.slice(-4);
      const length = Math.hypot(x - x0, y - y0) || 1;
      const [dx, dy] = [(x - x0) / length, (y - y0) / length];
      const all = sharing.get(place);
      const share = width / all.length;
      // signal indices count from the right, as a driver sees it
      const aside = width / 2 - share * (all.indexOf(index) + 0.5);
      return { x: x + dy * aside, y: y - dx * aside, dx, dy, half: share * 0.42 };
    });
  });
}

function centers(map, lanes) {
  return map.signals.map(({ light, stops: places }) => {
    const ends = places.filter((place) => place >= 0).map((place) => lanes[place].line.slice(-2));
    const mean = (axis) => ends.reduce((sum, end) => sum + end[axis], 0) / Math.max(1, ends.length);
    return { light, x: mean(0), y: mean(1) };
  });
}

function bounds(lanes) {
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const { line } of lanes) {
    for (let i = 0; i < line.length; i += 2) {
      box.left = Math.min(box.left, line[i]);
      box.right = Math.max(box.right, line[i]);
      box.bottom = Math.min(box.bottom, line[i + 1]);
      box.top = Math.max(box.top, line[i + 1]);
    }
  }
  return box;
}

/** The last part of a line, of a given length; for queues, which grow back from the stop line. */
export function tail(line, length) {
  const kept = [line[line.length - 2], line[line.length - 1]];
  let left = length;
  for (let i = line.length - 4; i >= 0 && left > 0; i -= 2) {
    const [x, y] = [kept[0], kept[1]];
    const [dx, dy] = [line[i] - x, line[i + 1] - y];
    const piece = Math.hypot(dx, dy);
    const share = piece === 0 ? 0 : Math.min(1, left / piece);
    kept.unshift(x + dx * share, y + dy * share);
    left -= piece;
  }
  return kept;
}
