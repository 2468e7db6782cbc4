// Client of the REST API. Every failure becomes a Problem that states the cause and what to do.
const ROOT = "api/v1";
const PATIENCE_MILLIS = 15000;
const DATABASE_UNAVAILABLE = "urn:clearway:problem:database-unavailable";

/** An error as the service reports it (RFC 9457), or one about not reaching the service. */
export class Problem extends Error {
  constructor({ status = 0, type, title, detail, field, value, hint, errors }) {
    super(detail || title);
    Object.assign(this, { status, type, title, detail, field, value, hint, errors });
  }

  /** Whether it may be temporary: no response, one from a proxy only, or a service without its database. */
  get passing() {
    return this.status === 0 || this.type === DATABASE_UNAVAILABLE || (this.status >= 502 && !this.type);
  }
}

const UNREACHABLE = {
  title: "The service cannot be reached",
  detail: "There is no response from this address.",
  hint: "Check that ./clearway serve is still running. This page retries by itself.",
};

function address(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const query = new URLSearchParams();
  for (const [name, value] of given) for (const one of [value].flat()) query.append(name, one);
  return `${ROOT}/${path}${given.length ? `?${query}` : ""}`;
}

async function problemOf(answer) {
  let details = {};
  try {
    details = await answer.json();
  } catch {
    // no problem details: use the status
  }
  return new Problem({
    title: `The service responded with status ${answer.status}`,
    hint: "Try again.",
    ...details,
    status: answer.status,
  });
}

async function ask(path, parameters, options = {}) {
  let answer;
  try {
    answer = await fetch(address(path, parameters), { signal: AbortSignal.timeout(PATIENCE_MILLIS), ...options });
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Problem(
      failure.name === "TimeoutError"
        ? {
            ...UNREACHABLE,
            title: "The service does not respond",
            detail: "It took longer than 15 s, which usually means that its database is unavailable.",
          }
        : UNREACHABLE,
    );
  }
  if (!answer.ok) throw await problemOf(answer);
  return answer.status === 204 ? null : answer.json();
}

export const get = (path, parameters) => ask(path, parameters);
/** For what the service may have to create first, such as compiled networks. */
export const getSlowly = (path) => ask(path, {}, { signal: AbortSignal.timeout(8 * PATIENCE_MILLIS) });
export const remove = (path) => ask(path, {}, { method: "DELETE" });
export const post = (path, body) =>
  ask(path, {}, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
/** Posts a text of some type, such as YAML. */
export const postText = (path, parameters, body, type) =>
  ask(path, parameters, { method: "POST", headers: { "Content-Type": type }, body });
/** Uploads files, without a time limit. */
export const upload = (path, parameters, form) =>
  ask(path, parameters, { method: "POST", body: form, signal: undefined });
/** The address of a file of the API, for links. */
export const link = (path, parameters) => address(path, parameters);
/** One segment of a path, escaped. */
export const part = encodeURIComponent;
