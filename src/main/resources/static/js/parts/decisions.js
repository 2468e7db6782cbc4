// How far a run is, in decisions: those of demonstrations count, too, as they do in what was requested.
import { duration, whole } from "../format.js";

/** A run ends with the round in progress, so that it may take more decisions than were requested. */
export function decisionsInWords({ progress, decisions }) {
  return progress.decisions > decisions
    ? `${whole(progress.decisions)} decisions: ${whole(decisions)} requested, and the rest of the last round`
    : `${whole(progress.decisions)} of ${whole(decisions)} decisions`;
}

/** What a run does now, for how long, and how long that still takes where it can be known. */
export function stageInWords({ stage, status, validated }, now = Date.now()) {
  if (status !== "RUNNING") return "";
  if (validated.planned > 0) return `validating: ${validated.done} of ${validated.planned} episodes`;
  if (!stage) return "starting";
  const seconds = (now - Date.parse(stage.since)) / 1000;
  const left = stage.done > 0 && stage.done < stage.planned ? (seconds / stage.done) * (stage.planned - stage.done) : 0;
  return `${stage.text}, for ${duration(seconds)}${left ? `, about ${duration(left)} left` : ""}`;
}
