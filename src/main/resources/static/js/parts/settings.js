// Settings of a scenario or algorithm in a form: filled with the defaults; only changed values are sent.
import { h } from "../dom.js";
import { field } from "./fields.js";

/** The value as its default's type; text that cannot be converted stays text, so that the service reports the error. */
export function typed(written, standard) {
  if (typeof standard === "number") {
    const value = Number(written);
    return written.trim() === "" || Number.isNaN(value) ? written : value;
  }
  if (typeof standard === "boolean") return written === "true" ? true : written === "false" ? false : written;
  if (standard !== null && typeof standard === "object") {
    try {
      return JSON.parse(written);
    } catch {
      return written;
    }
  }
  return written;
}

export const written = (value) => (value !== null && typeof value === "object" ? JSON.stringify(value) : String(value));

/** Fields for all settings; changed: values entered, by name; explanations: what they mean, by name. */
export function settingsFields({ group, defaults, explanations = {}, changed, problem, onChange }) {
  return h(
    "div",
    { class: "fields" },
    Object.entries(defaults).map(([name, standard]) => {
      const value = changed[name] ?? written(standard);
      const set = (event) => onChange(name, event.currentTarget.value);
      const control =
        typeof standard === "boolean"
          ? h(
              "select",
              { value, onInput: set },
              ["true", "false"].map((one) => h("option", { value: one, selected: one === value }, one)),
            )
          : h("input", {
              type: "text",
              value,
              onInput: set,
              inputMode: typeof standard === "number" ? "decimal" : "text",
              autocomplete: "off",
              spellcheck: false,
            });
      return field(
        {
          id: `${group}.${name}`,
          label: name,
          problem,
          help: [
            explanations[name] && `${explanations[name]}.`,
            changed[name] !== undefined && `Default: ${written(standard)}`,
          ]
            .filter(Boolean)
            .join(" "),
        },
        control,
      );
    }),
  );
}

/** What differs from the defaults, as the service accepts it. */
export function different(changed, defaults) {
  const settings = {};
  for (const [name, value] of Object.entries(changed)) {
    if (value !== written(defaults[name])) settings[name] = typed(value, defaults[name]);
  }
  return settings;
}
