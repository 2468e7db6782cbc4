// States as an icon, a word and a color, so that color is never the only distinction.
import { h } from "../dom.js";
import { icon } from "./icons.js";

const SIGNS = {
  QUEUED: ["queued", "quiet", "Queued"],
  RUNNING: ["running", "busy", "Running"],
  FINISHED: ["good", "good", "Finished"],
  FAILED: ["bad", "bad", "Failed"],
  CANCELED: ["stopped", "quiet", "Canceled"],
  CONNECTING: ["queued", "busy", "Connecting"],
  DRIVING: ["running", "busy", "Driving"],
  FALLBACK: ["warning", "warn", "Fallback"],
  RELEASING: ["queued", "busy", "Releasing"],
  RELEASED: ["good", "good", "Released"],
  ENDED: ["good", "good", "Ended"],
  RECORDING: ["running", "busy", "Recording"],
  READY: ["good", "good", "Ready"],
  // kinds of signal events
  MONITOR_TRIPPED: ["warning", "bad", "Monitor tripped"],
  OVERRIDDEN: ["warning", "warn", "Set by another client"],
  ERROR: ["bad", "bad", "Control failed"],
  ORDER: ["good", "busy", "Order"],
};

export const word = (state) => SIGNS[state]?.[2] ?? state;
export const isOver = (state) => ["FINISHED", "FAILED", "CANCELED", "RELEASED", "ENDED", "READY"].includes(state);

export function status(state) {
  const [sign, kind, name] = SIGNS[state] ?? ["queued", "quiet", state];
  return h("span", { class: `status ${kind}`, "data-state": state }, icon(sign), name);
}
