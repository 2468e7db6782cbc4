// Addresses within the page: #/runs/<id>?a=b. Unknown ones show an error page.

/** The current address as its parts and parameters. */
export function here() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const parts = path.split("/").filter(Boolean).map(decoded);
  return { parts, parameters: Object.fromEntries(new URLSearchParams(query)) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function href(parts, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return `#/${[parts].flat().map(encodeURIComponent).join("/")}${given.length ? `?${new URLSearchParams(given)}` : ""}`;
}

export function go(parts, parameters) {
  location.hash = href(parts, parameters);
}

/** Changes the parameters of the current page without a new entry in the history. */
export function settle(parameters) {
  const { parts } = here();
  history.replaceState(null, "", href(parts, parameters));
  dispatchEvent(new HashChangeEvent("hashchange"));
}
