package io.clearway.scenario;

import io.clearway.metric.Metric;
import io.clearway.metric.TravelReport;
import io.clearway.network.ActionSpace;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a scenario: one episode after another, each truncated at the horizon. What happens within an
 * episode is the scenario's {@link Episode}.
 */
public final class EpisodicEnvironment implements MeasuredEnvironment {
    /** The value of {@link #simulator} where there is none. */
    public static final String NO_SIMULATOR = "none";

    private final AgentGraph graph;
    private final List<AgentSpec> agents;
    private final int horizon;
    private final Supplier<String> simulator;
    private final LongFunction<Episode> episodes;
    private @Nullable Episode episode;
    private @Nullable JointObservation observation;
    private boolean open;
    private int decisions;

    /**
     * @param horizon decisions after which an episode is truncated
     * @param simulator name and version of the simulator, determined when it is needed
     * @param episodes makes the episode of a seed
     */
    public EpisodicEnvironment(
            AgentGraph graph,
            List<AgentSpec> agents,
            int horizon,
            Supplier<String> simulator,
            LongFunction<Episode> episodes) {
        this.graph = graph;
        this.agents = List.copyOf(agents);
        this.horizon = horizon;
        this.simulator = simulator;
        this.episodes = episodes;
    }

    @Override
    public AgentGraph graph() {
        return graph;
    }

    @Override
    public List<AgentSpec> agents() {
        return agents;
    }

    @Override
    public int horizon() {
        return horizon;
    }

    @Override
    public JointObservation reset(long seed) {
        close();
        Episode fresh = episodes.apply(seed);
        episode = fresh;
        open = true;
        decisions = 0;
        JointObservation first = fresh.begin();
        observation = first;
        return first;
    }

    @Override
    public Step step(JointAction action) {
        if (!open || episode == null) {
            throw new IllegalStateException("No episode is running; reset the environment first");
        }
        if (observation == null) {
            throw new IllegalStateException(
                    "The episode is over after %d decisions; reset the environment first".formatted(decisions));
        }
        if (episode.usesActions()) {
            requireLegal(action, observation);
        }
        Episode.Outcome outcome = episode.step(action, decisions);
        decisions++;
        boolean truncated = decisions == horizon && !outcome.terminated();
        observation = truncated || outcome.terminated() ? null : outcome.observation();
        return new Step(outcome.observation(), outcome.reward(), outcome.terminated(), truncated);
    }

    private void requireLegal(JointAction action, JointObservation seen) {
        if (action.agents() != agents.size()) {
            throw new IllegalArgumentException(
                    "%d agents need as many actions, not %d".formatted(agents.size(), action.agents()));
        }
        for (int agent = 0; agent < agents.size(); agent++) {
            requireLegal(agents.get(agent), agent, action, seen.legal(agent));
        }
    }

    private static void requireLegal(AgentSpec spec, int agent, JointAction action, boolean[] legal) {
        if (spec.space() instanceof ActionSpace.Box) {
            requireNumbers(spec, agent, action);
            return;
        }
        int choice = action.choice(agent);
        if (choice < 0 || choice >= legal.length || !legal[choice]) {
            throw new IllegalArgumentException("Agent %s may not take action %d now; keep to the mask of legal actions"
                    .formatted(spec.id(), choice));
        }
    }

    private static void requireNumbers(AgentSpec spec, int agent, JointAction action) {
        if (action.numbers(agent) != spec.numbers()) {
            throw new IllegalArgumentException("Agent %s needs %d real numbers as its action, not %d"
                    .formatted(spec.id(), spec.numbers(), action.numbers(agent)));
        }
        for (int number = 0; number < spec.numbers(); number++) {
            if (!Double.isFinite(action.value(agent, number))) {
                throw new IllegalArgumentException("Agent %s needs a finite number as its action, not %s"
                        .formatted(spec.id(), action.value(agent, number)));
            }
        }
    }

    @Override
    public Map<Metric, Double> measurements() {
        return begun().measurements();
    }

    @Override
    public List<Double> queueByMinute() {
        return begun().queueByMinute();
    }

    @Override
    public TravelReport travel() {
        return begun().travel();
    }

    @Override
    public List<SeriesOverTime> series() {
        return begun().series();
    }

    @Override
    public Map<Metric, Double> finish() {
        if (!open) {
            throw new IllegalStateException("No episode is running; reset the environment first");
        }
        try {
            return begun().finish();
        } finally {
            close();
        }
    }

    @Override
    public String simulator() {
        return simulator.get();
    }

    @Override
    public void close() {
        boolean closes = open;
        open = false;
        observation = null;
        if (closes) {
            begun().close();
        }
    }

    private Episode begun() {
        if (episode == null) {
            throw new IllegalStateException("No episode was begun; reset the environment first");
        }
        return episode;
    }
}
