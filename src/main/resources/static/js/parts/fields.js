// Fields of forms, each with the service's error message beside it.
import { h } from "../dom.js";
import { sentence } from "../format.js";

/** Every field that the service complains about, one at least. */
export const complaints = (problem) => (problem ? (problem.errors ?? [problem]) : []);

const isOf = (names) => (error) => names.some((name) => error.field === name || error.field?.startsWith(`${name}.`));

/**
 * One field. problem: the service's error, if any; names: fields of the problem that belong to it.
 */
export function field({ id, label, help, problem, names = [id], wide = false }, control) {
  const mine = complaints(problem).find(isOf(names));
  const describedBy = [help && `${id}-help`, mine && `${id}-error`].filter(Boolean).join(" ") || null;
  return h(
    "div",
    { class: `field${mine ? " wrong" : ""}${wide ? " wide" : ""}` },
    h("label", { for: id }, label),
    h(
      control.type,
      { ...control.props, id, name: id, "aria-describedby": describedBy, "aria-invalid": mine ? "true" : null },
      control.props.children,
    ),
    help && h("p", { class: "help", id: `${id}-help` }, help),
    mine && h("p", { class: "field-error", id: `${id}-error`, role: "alert" }, inWords(mine, id)),
  );
}

function inWords(problem, id) {
  const inner = problem.field !== id ? `${problem.field}: ` : "";
  return `${inner}‘${problem.value}’ cannot be used. ${sentence(problem.hint ?? "")}`;
}

/** Whether one of the fields shows a part of the problem. */
export const isShown = (problem, names) => complaints(problem).some(isOf(names));

/** Whether the fields show all of the problem. */
export const isAllShown = (problem, names) => complaints(problem).every(isOf(names));

export const choice = (options, value, onInput, more = {}) =>
  h(
    "select",
    { value, onInput: (event) => onInput(event.currentTarget.value), ...more },
    options.map((option) => {
      const [key, name] = Array.isArray(option) ? option : [option, option];
      return h("option", { value: key, selected: key === value }, name);
    }),
  );

export const text = (value, onInput, more = {}) =>
  h("input", {
    type: "text",
    value,
    onInput: (event) => onInput(event.currentTarget.value),
    autocomplete: "off",
    ...more,
  });

export const count = (value, onInput, more = {}) =>
  h("input", {
    type: "number",
    inputMode: "numeric",
    value,
    onInput: (event) => onInput(event.currentTarget.value),
    ...more,
  });

/** A yes or no. */
export const check = (value, onInput, more = {}) =>
  h("input", { type: "checkbox", checked: value, onChange: (event) => onInput(event.currentTarget.checked), ...more });

/** A whole number where one was typed, undefined for an empty field; else the text, which the service rejects. */
export function asNumber(typed) {
  if (String(typed).trim() === "") return undefined;
  const value = Number(typed);
  return Number.isNaN(value) ? typed : value;
}

/** Moves the focus to the first invalid field. */
export function focusWrong(form) {
  requestAnimationFrame(() => form?.querySelector("[aria-invalid=true], [role=alert]")?.focus());
}
