package io.clearway.algorithm.a2c;

import io.clearway.algorithm.experience.EpisodeBuffer;

/**
 * An episode with all that is learned from.
 *
 * @param episode what was seen and done
 * @param log what agents sent each other
 * @param rewards r̃ [agents][steps], in the scenario's unit
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record CommunicatingEpisode(EpisodeBuffer episode, MessageLog log, double[][] rewards) {
    int length() {
        return episode.length();
    }
}
