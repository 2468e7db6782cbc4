package io.clearway.scenario.pandemic;

import io.clearway.metric.Metric;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.scenario.SeriesOverTime.Clock;
import io.clearway.scenario.SeriesOverTime.Limit;
import io.clearway.scenario.SeriesRecorder;
import io.clearway.scenario.pandemic.infection.InfectionSummary;
import io.clearway.scenario.pandemic.town.TownSize;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up the measurements of one episode, day by day. */
final class PandemicMetrics {
    private static final Clock DAYS = new Clock("days", 1);
    private static final List<InfectionSummary> STATES = List.of(
            InfectionSummary.NONE,
            InfectionSummary.INFECTED,
            InfectionSummary.CRITICAL,
            InfectionSummary.RECOVERED,
            InfectionSummary.DEAD);

    private final TownSize size;
    private final SeriesRecorder byState;
    private final SeriesRecorder critical;
    private final SeriesRecorder meanStage;
    private double rewardSum;
    private double criticalSum;
    private double stageSum;
    private int criticalPeak;
    private int infectedPeak;
    private int daysAboveBeds;
    private int dead;
    private int days;

    PandemicMetrics(TownSize size) {
        this.size = size;
        List<Limit> beds = List.of(new Limit("beds", size.beds()));
        byState = new SeriesRecorder(
                "persons by state",
                "persons",
                DAYS,
                STATES.stream().map(InfectionSummary::word).toList(),
                beds);
        critical = new SeriesRecorder("critical cases", "persons", DAYS, List.of("critical"), beds);
        meanStage = new SeriesRecorder("stage, mean over agents", "1", DAYS, List.of("stage"), List.of());
    }

    /** The town before the first day. */
    void begin(Map<InfectionSummary, Integer> persons) {
        record(persons, 0);
    }

    /**
     * Adds a day.
     *
     * @param persons by state at its end
     * @param stages by agent
     * @param reward that all agents share
     */
    void add(Map<InfectionSummary, Integer> persons, int[] stages, double reward) {
        double stage = Arrays.stream(stages).average().orElse(0);
        int cases = count(persons, InfectionSummary.CRITICAL);
        days++;
        rewardSum += reward;
        criticalSum += cases;
        stageSum += stage;
        criticalPeak = Math.max(criticalPeak, cases);
        infectedPeak = Math.max(infectedPeak, count(persons, InfectionSummary.INFECTED));
        daysAboveBeds += cases > size.beds() ? 1 : 0;
        dead = count(persons, InfectionSummary.DEAD);
        record(persons, stage);
    }

    private void record(Map<InfectionSummary, Integer> persons, double stage) {
        byState.add(STATES.stream().mapToDouble(state -> count(persons, state)).toArray());
        critical.add(count(persons, InfectionSummary.CRITICAL));
        meanStage.add(stage);
    }

    private static int count(Map<InfectionSummary, Integer> persons, InfectionSummary state) {
        return persons.getOrDefault(state, 0);
    }

    /** Everything up to now. */
    Map<Metric, Double> values() {
        int counted = Math.max(1, days);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.PAPER_REWARD, rewardSum / counted);
        values.put(Metric.LEARNER_RETURN, rewardSum * Measures.agents());
        values.put(Metric.DECISIONS, (double) days);
        values.put(Metric.MEAN_CRITICAL, criticalSum / counted);
        values.put(Metric.PEAK_CRITICAL, (double) criticalPeak);
        values.put(Metric.DAYS_ABOVE_BEDS, (double) daysAboveBeds);
        values.put(Metric.PEAK_INFECTED, (double) infectedPeak);
        values.put(Metric.DEATHS, (double) dead);
        values.put(Metric.MORTALITY, (double) dead / size.persons());
        values.put(Metric.MEAN_STAGE, stageSum / counted);
        return values;
    }

    /** What happened over time. */
    List<SeriesOverTime> series() {
        return List.of(byState.series(), critical.series(), meanStage.series());
    }
}
