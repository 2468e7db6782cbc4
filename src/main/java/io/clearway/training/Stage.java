package io.clearway.training;

/**
 * What a run in training does now.
 *
 * @param kind of work
 * @param rule that gives demonstrations; empty in all other kinds
 * @param done episodes of the round that are over
 * @param planned episodes of the round
 */
public record Stage(Kind kind, String rule, int done, int planned) {
    /** Kinds of work, each of which may take minutes on a large network. */
    public enum Kind {
        /** A rule plays, for the learner to start from. */
        WARM_START,
        /** The learner imitates them, and learns their values and, where it has one, its model. */
        PRETRAINING,
        /** The learner plays. */
        EPISODES,
        /** It learns from what it played. */
        LEARNING
    }

    /** As people read it. */
    public String text() {
        return switch (kind) {
            case WARM_START -> "demonstrations of the rule %s: %d of %d episodes".formatted(rule, done, planned);
            case PRETRAINING -> "learning from the demonstrations: policies, values, model";
            case EPISODES -> "playing: %d of %d episodes of the round".formatted(done, planned);
            case LEARNING -> "learning from %d episodes".formatted(planned);
        };
    }
}
