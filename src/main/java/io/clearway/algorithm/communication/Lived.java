package io.clearway.algorithm.communication;

import io.clearway.algorithm.policygradient.Episode;

/**
 * An episode with all that is learned from.
 *
 * @param episode what was seen and done
 * @param diary what agents told each other
 * @param rewards r̃ [agents][steps], in the scenario's unit
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record Lived(Episode episode, Diary diary, double[][] rewards) {
    int length() {
        return episode.length();
    }
}
