package io.clearway.algorithm.communication;

/**
 * What agents carry from step to step.
 *
 * @param hidden h_i, which neighbors may be told [agents][episodes][hidden]
 * @param state c_i of the LSTM [agents][episodes][hidden]
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record Memory(float[] hidden, float[] state) {
    /** At the beginning of episodes: zeros. */
    static Memory none(Site site, int episodes) {
        int length = site.agents() * episodes * site.hidden();
        return new Memory(new float[length], new float[length]);
    }
}
