package io.clearway.training;

import io.clearway.algorithm.Learner.PretrainingPart;

/**
 * What a run in training does now.
 *
 * @param kind of work
 * @param rule that gives demonstrations; empty in all other kinds
 * @param done episodes of the round, or epochs of a part of pretraining, that are over
 * @param planned episodes of the round, or epochs
 */
public record Stage(Kind kind, String rule, int done, int planned) {
    /** Kinds of work, each of which may take minutes on a large network. */
    public enum Kind {
        /** A rule plays, for the learner to start from. */
        WARM_START,
        /** The learner learns from them, in parts that it does not tell or has not told yet. */
        PRETRAINING,
        /** It fits its model to them. */
        MODEL_FIT,
        /** Its policies imitate them. */
        CLONING,
        /** It fits its values to them. */
        VALUE_FIT,
        /** Its policies imitate them and its values are fitted to them in the same epochs. */
        CLONING_AND_VALUE_FIT,
        /** The learner plays. */
        EPISODES,
        /** It learns from what it played. */
        LEARNING
    }

    /** As people read it. */
    public String text() {
        return switch (kind) {
            case WARM_START -> "demonstrations of the rule %s: %d of %d episodes".formatted(rule, done, planned);
            case PRETRAINING -> "learning from the demonstrations";
            case MODEL_FIT -> "learning from the demonstrations: fitting the model";
            case CLONING -> "learning from the demonstrations: imitation, %d of %d epochs".formatted(done, planned);
            case VALUE_FIT -> "learning from the demonstrations: values, %d of %d epochs".formatted(done, planned);
            case CLONING_AND_VALUE_FIT ->
                "learning from the demonstrations: imitation and values, %d of %d epochs".formatted(done, planned);
            case EPISODES -> "playing: %d of %d episodes of the round".formatted(done, planned);
            case LEARNING -> "learning from %d episodes".formatted(planned);
        };
    }

    /** Of a part of pretraining on demonstrations of a rule. */
    static Stage of(PretrainingPart part, String rule, int done, int planned) {
        Kind kind = switch (part) {
            case MODEL -> Kind.MODEL_FIT;
            case POLICIES -> Kind.CLONING;
            case VALUES -> Kind.VALUE_FIT;
            case POLICIES_AND_VALUES -> Kind.CLONING_AND_VALUE_FIT;
        };
        return new Stage(kind, rule, done, planned);
    }
}
