// How far a run is, in decisions: those of lessons count, too, as they do in what was requested.
import { whole } from "../format.js";

/** A run ends with the round in progress, so that it may take more decisions than were requested. */
export function decisionsInWords({ progress, decisions }) {
  return progress.decisions > decisions
    ? `${whole(progress.decisions)} decisions: ${whole(decisions)} requested, and the rest of the last round`
    : `${whole(progress.decisions)} of ${whole(decisions)} decisions`;
}
