package io.clearway.cli.training;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.CheckpointFile;
import io.clearway.catalog.ShippedPolicies;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.command.ParallelEpisodesOption;
import io.clearway.cli.report.ControllerTable;
import io.clearway.cli.terminal.Console;
import io.clearway.runs.RunRequest;
import io.clearway.setting.Bounds;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.Comparison;
import io.clearway.training.EpisodeResult;
import io.clearway.training.Evaluation;
import io.clearway.training.Evaluation.HeldOutEpisode;
import io.clearway.training.HeldOutEpisodes;
import io.clearway.training.RunPlan;
import io.clearway.training.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains without the service, into a folder; the same command resumes from its last checkpoint. */
@Command(
        name = "train",
        description = "Trains without the service, into a folder; run again, it resumes from its last checkpoint.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Mixin
    private TrainingOptions training;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for checkpoints and metrics.")
    private Path folder;

    @Option(
            names = "--from",
            paramLabel = "POLICY",
            description =
                    "Policy to begin with, of this network or another one: the file of a run of the same algorithm, or"
                            + " the name of one that comes with Clearway.")
    private @Nullable String initial;

    @Mixin
    private ParallelEpisodesOption parallelEpisodes;

    @Option(
            names = "--checkpoint-every",
            defaultValue = "1",
            paramLabel = "ROUNDS",
            description = "Rounds between checkpoints. Default: 1.")
    private int checkpointEvery;

    @Mixin
    private JsonOption json;

    public TrainCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        Bounds.atLeast("--checkpoint-every", checkpointEvery, 1);
        RunRequest request = training.request();
        return installation.imported().get().using(request.scenario(), () -> train(request));
    }

    private int train(RunRequest request) {
        RunPlan plan = request.training().plan(installation.catalog().get());
        plan.requireMoreThanWarmStart(TrainingOptions.DECISIONS);
        var run = new FolderRun(folder, plan, parallelEpisodes.count(), checkpointEvery);
        var files = new PolicyFiles(folder);
        Selection selection = train(run, plan);
        Checkpoint policy = run.policy().orElseThrow();
        Path file = folder.resolve(PolicyFiles.POLICY);
        if (!json.isSet()) {
            console.out().println("Final policy: " + file);
            console.out().println("The run " + selection.text());
        }
        Optional<Path> evidence = request.evaluation().evaluationSeeds() == 0
                ? Optional.empty()
                : Optional.of(evaluated(evidence(request, plan, policy, selection), files));
        if (json.isSet()) {
            console.out().println(JsonFiles.text(result(files, file, selection, evidence)));
        }
        return 0;
    }

    private Path evaluated(Evidence evidence, PolicyFiles files) {
        Path file = files.writeEvidence(evidence);
        if (!json.isSet()) {
            console.out().print(new ControllerTable(evidence.results()).render(console.color()));
            Comparison.of(evidence.results(), evidence.request().algorithm())
                    .forEach(comparison -> console.out().println(comparison.text()));
            console.out().println("Evidence: " + file);
        }
        return file;
    }

    private Evidence evidence(RunRequest request, RunPlan plan, Checkpoint policy, Selection selection) {
        List<HeldOutEpisode> episodes = new HeldOutEpisodes(request.evaluation().seeds()).of(plan, policy);
        try (var progress = new EvaluationProgress(episodes.size(), console)) {
            List<EpisodeResult> results =
                    new Evaluation(plan.scenario(), parallelEpisodes.count()).evaluate(episodes, () -> false, progress);
            return new Evidence(request, selection, results);
        }
    }

    private Selection train(FolderRun run, RunPlan plan) {
        Optional<Checkpoint> from = run.newest();
        Optional<Checkpoint> policy = from.isPresent() ? Optional.empty() : initial();
        if (from.isPresent() && initial != null) {
            console.err().println("--from is left out: the run continues from its own checkpoint in " + folder);
        }
        try (var progress = new TrainingProgress(plan, from, console)) {
            return run.train(policy, progress).orElseThrow();
        }
    }

    private Optional<Checkpoint> initial() {
        String given = initial;
        if (given == null) {
            return Optional.empty();
        }
        Optional<Checkpoint> shipped = ShippedPolicies.find(given);
        if (shipped.isEmpty() && !Files.isRegularFile(Path.of(given))) {
            throw new InvalidSetting(
                    "--from",
                    given,
                    "give the file of a policy or checkpoint, or a policy that comes with Clearway (%s)"
                            .formatted(String.join(", ", ShippedPolicies.names())));
        }
        return Optional.of(shipped.orElseGet(() -> CheckpointFile.read(Path.of(given))));
    }

    private Map<String, Object> result(PolicyFiles files, Path policy, Selection selection, Optional<Path> evidence) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("policy", policy.toString());
        result.put("selection", selection);
        result.put("checkpoint", folder.resolve(PolicyFiles.CHECKPOINT).toString());
        result.put("progress", files.newest().orElseThrow().progress());
        evidence.ifPresent(file -> result.put("evidence", file.toString()));
        return result;
    }
}
