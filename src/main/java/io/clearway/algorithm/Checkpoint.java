package io.clearway.algorithm;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A learner as it was at some point of a run, with everything needed to continue or to act; or, as the policy that a
 * run ended with, the name of the rule that it kept instead.
 */
public final class Checkpoint {
    private final Origin origin;
    private final Progress progress;
    private final byte[] state;
    private final @Nullable String rule;

    /**
     * @param origin which run it belongs to
     * @param progress how far the run had come
     * @param state what {@link Learner#save} gave
     */
    public Checkpoint(Origin origin, Progress progress, byte[] state) {
        this(origin, progress, state, null);
    }

    private Checkpoint(Origin origin, Progress progress, byte[] state, @Nullable String rule) {
        this.origin = origin;
        this.progress = progress;
        this.state = state.clone();
        this.rule = rule;
    }

    /**
     * The policy of a run that kept a rule: it acts as the rule, and nothing can be learned from it.
     *
     * @param progress how far the run had come
     * @param rule name of one of the scenario's controllers
     */
    public static Checkpoint ofRule(Origin origin, Progress progress, String rule) {
        return new Checkpoint(origin, progress, new byte[0], rule);
    }

    /** Which run it belongs to. */
    public Origin origin() {
        return origin;
    }

    /** How far the run had come. */
    public Progress progress() {
        return progress;
    }

    /** The learner's saved state; empty where a rule is the policy. Shared, treat as read-only. */
    public byte[] state() {
        return state;
    }

    /** Name of the rule that is the policy; empty where the policy is what was learned. */
    public Optional<String> rule() {
        return Optional.ofNullable(rule);
    }

    /**
     * Which run a checkpoint belongs to.
     *
     * @param scenario name of the scenario
     * @param scenarioSettings every setting the scenario ran under
     * @param algorithm name of the algorithm
     * @param algorithmSettings every setting the algorithm ran under
     * @param seed the run's seed
     */
    public record Origin(
            String scenario,
            Map<String, Object> scenarioSettings,
            String algorithm,
            Map<String, Object> algorithmSettings,
            long seed) {
        public Origin {
            scenarioSettings = Map.copyOf(scenarioSettings);
            algorithmSettings = Map.copyOf(algorithmSettings);
        }
    }

    /**
     * How far a run has come.
     *
     * @param rounds rounds learned from, warm start included
     * @param episodes episodes played, warm start included
     * @param decisions joint decisions taken in those episodes
     */
    public record Progress(int rounds, int episodes, int decisions) {
        /** Before anything was played. */
        public static final Progress NONE = new Progress(0, 0, 0);

        /** After one more round of episodes. */
        public Progress plus(int moreEpisodes, int moreDecisions) {
            return new Progress(rounds + 1, episodes + moreEpisodes, decisions + moreDecisions);
        }
    }
}
