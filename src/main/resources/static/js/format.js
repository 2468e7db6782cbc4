// Numbers, times and names as people read them.
const DAY = 86400;

/** Three to four significant digits; a dash for no value. */
export function number(value, digits = 3) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  if (size >= 1e6) return value.toLocaleString("en-US", { notation: "compact", maximumSignificantDigits: 4 });
  if (size >= 1000) return Math.round(value).toLocaleString("en-US");
  if (size !== 0 && size < 0.001) return value.toExponential(1);
  return Number(value.toPrecision(digits)).toLocaleString("en-US", { maximumSignificantDigits: digits });
}

export const whole = (value) => (value ?? 0).toLocaleString("en-US");
/** Decisions and other counts as they are; times between them to four digits. */
export const counted = (value) => (Number.isInteger(value) ? whole(value) : number(value, 4));
export const percent = (share) => `${Math.floor(100 * share)} %`;

/** Digits before the point; negative for leading zeros behind it, 1 for zero. */
const place = (value) => (value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1);

/**
 * A mean with the half width of its interval: two digits of that and the mean to the same place, as the service prints
 * them; the mean alone where there is a single seed.
 */
export function interval({ mean, halfWidth }) {
  if (halfWidth === null || halfWidth === undefined) return number(mean, 4);
  if (halfWidth === 0) return `${number(mean, 4)} ± 0`;
  const largest = Math.max(Math.abs(mean), halfWidth);
  const decimals = Math.max(0, Math.min(2 - place(halfWidth), 6 - place(largest), 9));
  const written = (value) =>
    value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return `${written(mean)} ± ${written(halfWidth)}`;
}

export function duration(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  if (s < DAY) return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
  return `${Math.floor(s / DAY)} d ${Math.floor((s % DAY) / 3600)} h`;
}

/** Simulated time as a clock: 1:02:03. */
export function clock(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, "0");
  return s < 3600
    ? `${Math.floor(s / 60)}:${two(s % 60)}`
    : `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

export function ago(instant, now = Date.now()) {
  const seconds = (now - Date.parse(instant)) / 1000;
  return seconds < 5 ? "just now" : `${shortly(seconds)} ago`;
}

function shortly(seconds) {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  if (seconds < DAY) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / DAY)} d`;
}

export const moment = (instant) => (instant ? new Date(instant).toLocaleString() : "–");
export const bytes = (count) => (count < 1e6 ? `${Math.ceil(count / 1e3)} kB` : `${(count / 1e6).toFixed(1)} MB`);
export const shortId = (id) => String(id).slice(0, 8);
/** The title of a run, a deployment or a recording. */
export const title = (thing) =>
  thing.name || `${thing.algorithm ?? thing.controller ?? "checkpoint"} on ${thing.scenario}`;
/** Seconds that a run has taken so far, or took. */
export function worked(run, now = Date.now()) {
  if (!run.startedAt) return 0;
  return ((run.finishedAt ? Date.parse(run.finishedAt) : now) - Date.parse(run.startedAt)) / 1000;
}

/** Words as a sentence. */
export const sentence = (words) =>
  words && words[0].toUpperCase() + words.slice(1) + (/[.!?…]$/.test(words) ? "" : ".");
