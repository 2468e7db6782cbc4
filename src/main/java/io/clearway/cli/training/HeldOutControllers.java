package io.clearway.cli.training;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.CheckpointFile;
import io.clearway.catalog.Catalog;
import io.clearway.catalog.ShippedPolicies;
import io.clearway.network.ControllerSource;
import io.clearway.scenario.Scenario;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.setting.Suggestion;
import io.clearway.training.Evaluation.HeldOutEpisode;
import io.clearway.training.HeldOutEpisodes;
import io.clearway.training.TrainedPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The held-out episodes of controllers that a user names: rules, policies that come with Clearway, files of policies.
 */
public final class HeldOutControllers {
    private final Catalog catalog;
    private final List<String> names;
    private final HeldOutEpisodes heldOut;

    // what is to be known of policies that are rules, in words
    private final List<String> remarks = new ArrayList<>();

    /**
     * Those of some controllers.
     *
     * @param names of rules and policies, or paths of files
     * @param seeds of the episodes of each
     * @throws InvalidSetting when one is named twice
     */
    public HeldOutControllers(Catalog catalog, List<String> names, List<Long> seeds) {
        this.catalog = catalog;
        this.names = List.copyOf(names);
        if (Set.copyOf(names).size() < names.size()) {
            throw new InvalidSetting("--controller", String.join(",", names), "name each controller once");
        }
        this.heldOut = new HeldOutEpisodes(seeds);
    }

    /**
     * Their episodes on a scenario, controller by controller.
     *
     * @param settings of the scenario; policies keep what they were trained to see and may do
     * @throws InvalidSetting naming a controller that there is not, or that does not fit the scenario
     */
    public List<HeldOutEpisode> on(Scenario scenario, Settings settings) {
        return names.stream()
                .flatMap(name -> episodes(scenario, name, settings).stream())
                .toList();
    }

    /** Which policies are rules, since their runs kept these. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    private List<HeldOutEpisode> episodes(Scenario scenario, String name, Settings settings) {
        ControllerSource rule = scenario.controllers().get(name);
        if (rule != null) {
            return heldOut.of(name, rule, scenario.settingsFor(name, settings));
        }
        Optional<Checkpoint> shipped = ShippedPolicies.find(name);
        if (shipped.isPresent()) {
            return episodes(scenario, name, shipped.get(), settings);
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new InvalidSetting(
                    "--controller",
                    name,
                    "%sname a rule (%s), a policy that comes with Clearway (%s), or the file of a checkpoint"
                            .formatted(
                                    Suggestion.question(name, playable(scenario)),
                                    String.join(", ", scenario.controllers().keySet()),
                                    String.join(", ", ShippedPolicies.names())));
        }
        Checkpoint checkpoint = CheckpointFile.read(file);
        return episodes(scenario, nameOf(checkpoint, file), checkpoint, settings);
    }

    private static List<String> playable(Scenario scenario) {
        return Stream.concat(scenario.controllers().keySet().stream(), ShippedPolicies.names().stream())
                .toList();
    }

    private List<HeldOutEpisode> episodes(Scenario scenario, String name, Checkpoint checkpoint, Settings settings) {
        Algorithm algorithm = catalog.algorithm(checkpoint.origin().algorithm());
        TrainedPolicy.requireFit("--scenario", checkpoint, scenario, algorithm);
        // what the policy was trained to see and may do, under the requested demand
        TrainedPolicy policy = TrainedPolicy.of(checkpoint, scenario, algorithm, settings.values());
        checkpoint.rule().ifPresent(start -> remarks.add("%s: its run kept the rule %s".formatted(name, start)));
        return heldOut.of(name, policy);
    }

    /** The algorithm's name; with the file's name where several checkpoints are compared. */
    private String nameOf(Checkpoint checkpoint, Path file) {
        String algorithm = checkpoint.origin().algorithm();
        long files = names.stream().map(Path::of).filter(Files::isRegularFile).count();
        return files > 1 ? algorithm + " " + file : algorithm;
    }
}
