package io.clearway.scenario.pandemic;

/**
 * The reward that all agents share (Kompella et al. 2020; Ma et al. 2024): critical cases beyond the beds, and three
 * times the beds, and what stages and their changes cost.
 *
 * @param beds of all hospitals: B
 */
record PandemicReward(int beds) {
    private static final double BEYOND_BEDS = 0.4;
    private static final double FAR_BEYOND_BEDS = 1;
    private static final int FAR = 3;
    private static final double OF_STAGES = 0.1;
    private static final double OF_CHANGES = 0.02;
    private static final double STRICTEST = 4;
    private static final double EXPONENT = 1.5;

    /**
     * Reward of a day.
     *
     * @param critical cases at its end
     * @param stages by agent
     * @param before the stages of the day before
     */
    double of(int critical, int[] stages, int[] before) {
        double far = (double) FAR * beds;
        double restrictions = 0;
        double changes = 0;
        for (int agent = 0; agent < stages.length; agent++) {
            restrictions += Math.pow(stages[agent] / STRICTEST, EXPONENT);
            changes += Math.abs(stages[agent] - before[agent]);
        }
        return -BEYOND_BEDS * Math.max(0, (critical - beds) / (double) beds)
                - FAR_BEYOND_BEDS * Math.max(0, (critical - far) / far)
                - OF_STAGES * restrictions
                - OF_CHANGES * changes / stages.length;
    }
}
