package io.clearway.scenario;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.setting.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A problem of networked control, such as traffic, named in the catalog. */
public interface Scenario {
    /** Name in the catalog, such as {@code grid-5x5}. */
    String name();

    /** One line of description. */
    String description();

    /** Whose problem it is, where its data come from and under which license, in one line. */
    String origin();

    /** Every setting with its default; {@link #open} takes a part of them. */
    Record defaults();

    /** Hash of everything that defines the problem (network, demand), in hexadecimal. */
    String hash();

    /** Who is connected to whom under these settings. */
    AgentGraph graph(Settings settings);

    /** What each agent sees and may do under these settings. */
    List<AgentSpec> agents(Settings settings);

    /** Values of the global state: all local observations side by side where the scenario has none of its own. */
    default int globalSize(Settings settings) {
        return agents(settings).stream().mapToInt(AgentSpec::observationSize).sum();
    }

    /**
     * Decisions in a full episode under these settings; this also checks them without opening anything.
     *
     * @throws io.clearway.setting.InvalidSetting for an unknown or unusable setting
     */
    int horizon(Settings settings);

    /** The rule controllers by name. */
    Map<String, ControllerSource> controllers();

    /** Names of the rules that the final policy of a run is evaluated beside; others are evaluated on demand. */
    default Collection<String> baselines() {
        return controllers().keySet();
    }

    /** Name of the rule that every result is compared with: the best one known. */
    String reference();

    /**
     * The settings that a rule is played under, so that rules and learned policies meet the same traffic: what concerns
     * traffic stays as given, what concerns only the learner's view and constraints becomes as the rule needs it.
     *
     * @param rule name of one of {@link #controllers}
     * @param given part of {@link #defaults}
     */
    default Settings settingsFor(String rule, Settings given) {
        return given;
    }

    /**
     * What a policy that was learned on another scenario keeps of the settings there: what it observes and may do. All
     * else is as here.
     *
     * @param learnedUnder every setting of that scenario
     */
    default Settings transferred(Settings learnedUnder) {
        return learnedUnder;
    }

    /**
     * Opens an environment.
     *
     * @param settings part of {@link #defaults}
     * @param recording how often measurements are sampled
     * @throws io.clearway.setting.InvalidSetting for an unknown or unusable setting
     */
    MeasuredEnvironment open(Settings settings, SamplingMode recording);

    /** How often measurements are sampled; the traffic is the same for both. */
    enum SamplingMode {
        /** At decisions only: fast, for training. */
        DECISIONS,
        /** Every simulated second, as the papers' evaluation does. */
        EVERY_SECOND
    }
}
