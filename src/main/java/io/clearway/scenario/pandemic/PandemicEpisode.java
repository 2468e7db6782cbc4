package io.clearway.scenario.pandemic;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.scenario.Episode;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.scenario.pandemic.infection.InfectionSummary;
import io.clearway.scenario.pandemic.town.Town;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One pandemic; a decision sets the stages of a day. */
final class PandemicEpisode implements Episode {
    private final RuleBook book;
    private final Epidemic epidemic;
    private final PandemicReward reward;
    private final PandemicMetrics metrics;
    private final PandemicObservation observation;
    private Measures measures;

    PandemicEpisode(Town town, PandemicSettings settings, long seed) {
        book = settings.regulations();
        epidemic = new Epidemic(town, seed);
        reward = new PandemicReward(town.size().beds());
        metrics = new PandemicMetrics(town.size());
        observation = new PandemicObservation(settings.days(), book);
        measures = Measures.everywhere(book, 0);
    }

    @Override
    public JointObservation begin() {
        metrics.begin(epidemic.truth());
        return observation.of(epidemic, measures);
    }

    /** Every agent is given the same reward, not a share of it, as in the paper's code. */
    @Override
    public Outcome step(JointAction action, int decision) {
        int[] stages = new int[Measures.agents()];
        Arrays.setAll(stages, action::choice);
        Measures next = new Measures(book, stages);
        epidemic.nextDay(next);
        Map<InfectionSummary, Integer> persons = epidemic.truth();
        int critical = persons.getOrDefault(InfectionSummary.CRITICAL, 0);
        double shared = reward.of(critical, stages, measures.stages());
        measures = next;
        metrics.add(persons, stages, shared);
        double[] rewards = new double[stages.length];
        Arrays.fill(rewards, shared);
        return new Outcome(observation.of(epidemic, measures), JointReward.of(rewards), false);
    }

    @Override
    public Map<Metric, Double> measurements() {
        return metrics.values();
    }

    @Override
    public Map<Metric, Double> finish() {
        return metrics.values();
    }

    @Override
    public List<SeriesOverTime> series() {
        return metrics.series();
    }
}
