package io.clearway.scenario;

import io.clearway.network.JointObservation;
import java.util.List;
import java.util.Map;

/** A joint observation with the sensor readings that the scenario's rules decide by; learners do not see these. */
public final class SensedObservation implements JointObservation {
    private final JointObservation forLearners;
    private final List<? extends AgentReadings> readings;

    /**
     * @param forLearners local observations and masks
     * @param readings of each agent, in the same order
     */
    public SensedObservation(JointObservation forLearners, List<? extends AgentReadings> readings) {
        if (forLearners.agents() != readings.size()) {
            throw new IllegalArgumentException("Observations of %d and readings of %d agents do not match"
                    .formatted(forLearners.agents(), readings.size()));
        }
        this.forLearners = forLearners;
        this.readings = List.copyOf(readings);
    }

    /**
     * The readings in an observation, in the order of the agents.
     *
     * @param type readings of the rule's scenario family
     * @throws IllegalArgumentException when the observation comes from another family
     */
    public static <R extends AgentReadings> List<R> readings(JointObservation observation, Class<R> type) {
        if (observation instanceof SensedObservation sensed
                && sensed.readings.stream().allMatch(type::isInstance)) {
            return sensed.readings.stream().map(type::cast).toList();
        }
        throw new IllegalArgumentException(
                "The rule decides by %s, which this observation does not have; run it in a scenario of its own family"
                        .formatted(type.getSimpleName()));
    }

    /** What is traced of each agent, in their order; nothing where an observation has no readings. */
    static List<Map<String, Double>> traced(JointObservation observation) {
        return observation instanceof SensedObservation sensed
                ? sensed.readings.stream().map(AgentReadings::traced).toList()
                : List.of();
    }

    @Override
    public int agents() {
        return forLearners.agents();
    }

    @Override
    public float[] local(int agent) {
        return forLearners.local(agent);
    }

    @Override
    public boolean[] legal(int agent) {
        return forLearners.legal(agent);
    }

    @Override
    public float[] global() {
        return forLearners.global();
    }

    @Override
    public boolean isFinite(int agent) {
        return forLearners.isFinite(agent) && readings.get(agent).isFinite();
    }

    @Override
    public JointObservation forLearners() {
        return forLearners;
    }

    @Override
    public String toString() {
        return forLearners + " " + readings;
    }
}
