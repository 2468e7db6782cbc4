package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.signal.Phase;

/**
 * A row of features for each stage, the same for every signal of every network. The first one orders the stages as a
 * rule does; the others are for what the rule leaves out.
 *
 * @param rule that the first feature follows
 */
record StagesView(StagePreference rule) implements ObservationView {
    /** What a held stage is preferred by, where 1 is the highest score of all stages. */
    private static final double HELD = 1.5;

    @Override
    public int size(ControlledSignal signal) {
        return StageFeature.values().length * signal.phases().size();
    }

    @Override
    public float[] of(SignalReadings readings) {
        int stages = readings.signal().phases().size();
        double[] scores = new double[stages];
        double highest = 0;
        for (int stage = 0; stage < stages; stage++) {
            scores[stage] = rule.score(readings.signal().phases().get(stage), readings);
            highest = Math.max(highest, scores[stage]);
        }
        boolean holds = rule.holds(readings);
        StageFeature[] features = StageFeature.values();
        float[] values = new float[features.length * stages];
        for (int stage = 0; stage < stages; stage++) {
            Phase phase = readings.signal().phases().get(stage);
            var own = new StageFeature.Stage(
                    readings,
                    new StageTraffic(phase, readings),
                    stage,
                    new StageFeature.Preference(scores[stage], highest, holds && stage == readings.phase()));
            for (int feature = 0; feature < features.length; feature++) {
                values[stage * features.length + feature] = (float) features[feature].of(own);
            }
            if (stage == readings.phase()) {
                // the shown stage comes first among equals
                values[stage * features.length] = Math.nextUp(values[stage * features.length]);
            }
        }
        return values;
    }

    /** What a stage is preferred by. */
    static double preference(StageFeature.Preference preference) {
        double share = preference.highest() > 0 ? preference.score() / preference.highest() : 0;
        // far below a small highest score the order counts, not how far
        double bounded = share < 0 ? share / (1 - share) : share;
        return preference.held() ? bounded + HELD : bounded;
    }
}
