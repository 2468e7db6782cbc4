// The style sheet's colors for canvases, and a notification when the color scheme changes.
const DASHES = [[], [6, 3], [2, 3], [10, 3, 2, 3]];
export const SERIES = 8;

export const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Color and dashes of the n-th line: after eight colors the dashes change, so that no two lines are alike. */
export const line = (index) => ({
  color: color(`series-${(index % SERIES) + 1}`),
  dash: DASHES[Math.floor(index / SERIES) % DASHES.length],
});

/** Calls back at every change until the returned function is called. */
export function onTheme(changed) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", changed);
  return () => dark.removeEventListener("change", changed);
}
