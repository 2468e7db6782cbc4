package io.clearway.algorithm;

import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.setting.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A learning algorithm, by its name in the catalog. */
public interface Algorithm {
    /** Field that names a preset. */
    String PRESET = "preset";

    /** Name in the catalog, such as {@code dmpo}. */
    String name();

    /** Where it comes from: paper and algorithm number. */
    String source();

    /** Every setting with its default; {@link #start} takes a part of them. */
    Record defaults();

    /** Sets of settings by name, such as a paper's; {@link #complete} lays one under what a user gives. */
    default Map<String, Settings> presets() {
        return Map.of();
    }

    /**
     * What a user gives with the preset spelled out that the field {@value #PRESET} names.
     *
     * @throws InvalidSetting for a preset that does not exist
     */
    default Settings complete(Settings given) {
        Object name = given.values().get(PRESET);
        if (name == null) {
            return given;
        }
        Settings preset = presets().get(String.valueOf(name));
        if (preset == null) {
            String known = presets().isEmpty()
                    ? "leave it out, this algorithm has none"
                    : Suggestion.oneOf(
                            String.valueOf(name), new TreeSet<>(presets().keySet()));
            throw new InvalidSetting(PRESET, String.valueOf(name), known);
        }
        Map<String, Object> values = new LinkedHashMap<>(given.values());
        values.remove(PRESET);
        return preset.changedBy(values);
    }

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
    default Learner resume(Task task, Settings settings, Seeds seeds, byte[] state) {
        Learner learner = start(task, settings, seeds);
        try {
            learner.restore(state);
            return learner;
        } catch (RuntimeException refused) {
            learner.close();
            throw refused;
        }
    }

    /** The demonstrations that its learners take first under these settings; empty where they take none. */
    default Optional<WarmStartEpisodes> demonstrations(Settings settings) {
        return Optional.empty();
    }

    /** Whether a policy learned under these settings fits other networks than the one it was learned on. */
    default boolean fitsAnyNetwork(Settings settings) {
        return false;
    }

    /** Names of the settings that a policy is made of: equal in a run and in one that begins with its policy. */
    default Set<String> settingsOfPolicies() {
        return Set.of();
    }

    /** The final policy in a learner's saved state, without the learner. */
    ControllerSource policy(Task task, Settings settings, byte[] state);

    /**
     * The part of a learner's saved state that {@link #policy} needs, where that is much less than all of it; no
     * learner continues from it.
     */
    default byte[] policyState(Task task, Settings settings, byte[] state) {
        return state;
    }
}
