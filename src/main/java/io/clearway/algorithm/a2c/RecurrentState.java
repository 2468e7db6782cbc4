package io.clearway.algorithm.a2c;

/**
 * What agents carry from step to step.
 *
 * @param hidden h_i, which neighbors may be told [agents][episodes][hidden]
 * @param state c_i of the LSTM [agents][episodes][hidden]
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record RecurrentState(float[] hidden, float[] state) {
    /** At the beginning of episodes: zeros. */
    static RecurrentState none(CommunicationTopology site, int episodes) {
        int length = site.agents() * episodes * site.hidden();
        return new RecurrentState(new float[length], new float[length]);
    }
}
