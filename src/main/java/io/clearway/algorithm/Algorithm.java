package io.clearway.algorithm;

import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;

/** A way of learning that can be asked for by name. */
public interface Algorithm {
    /** Name in the catalog, such as {@code dmpo}. */
    String name();

    /** Where it comes from: paper and algorithm number. */
    String source();

    /** Every setting with its default; {@link #start} takes a part of them. */
    Record defaults();

    /**
     * A learner that knows nothing yet.
     *
     * @throws io.clearway.setting.InvalidSetting for an unknown or unusable setting
     */
    Learner start(Task task, Settings settings, Seeds seeds);

    /**
     * A learner exactly as it was when it saved itself.
     *
     * @param state what {@link Learner#save} gave
     * @throws IllegalArgumentException when the state is damaged or of another task
     */
    Learner resume(Task task, Settings settings, Seeds seeds, byte[] state);

    /** The final policy in a learner's saved state, without the learner. */
    ControllerSource policy(Task task, Settings settings, byte[] state);
}
