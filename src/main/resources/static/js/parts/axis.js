// Limits of a chart's axis that a few extreme values do not stretch. Independent of the page.

const FEWEST = 20;
const BEYOND = 0.02;
const FAR = 2;
const MARGIN = 0.1;

const quantile = (sorted, share) => sorted[Math.round(share * (sorted.length - 1))];

/**
 * Limits where at most one value in fifty lies further from the others than twice their span: {min, max, beyond}, with
 * the values that are then not shown. All undefined where the chart needs no limits.
 */
export function limits(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length < FEWEST) return {};
  // of fewer than fifty values the very last may be beyond
  const share = Math.max(BEYOND, 1 / (sorted.length - 1));
  const [low, high] = [quantile(sorted, share), quantile(sorted, 1 - share)];
  const span = high - low;
  if (!(span > 0)) return {};
  const cut = { over: sorted[sorted.length - 1] > high + FAR * span, under: sorted[0] < low - FAR * span };
  if (!cut.over && !cut.under) return {};
  const max = cut.over ? high + MARGIN * span : undefined;
  const min = cut.under ? low - MARGIN * span : undefined;
  return { min, max, beyond: sorted.filter((value) => value > (max ?? Infinity) || value < (min ?? -Infinity)) };
}
