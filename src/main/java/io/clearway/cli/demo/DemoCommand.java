package io.clearway.cli.demo;

import io.clearway.cli.client.ServiceClient;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.command.SeedOption;
import io.clearway.cli.command.ServerOptions;
import io.clearway.cli.command.ServiceStarter;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.ProgressLine;
import io.clearway.cli.terminal.Stopwatch;
import io.clearway.training.EpisodeResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main workflow from end to end, through the same REST interface that every user has. */
@Command(
        name = "demo",
        description = "Trains the signals of a town, compares with the rules, and drives a live SUMO with the policy.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private final Installation installation;
    private final ServiceStarter service;
    private final Console console;

    @Option(names = "--quick", description = "A short run of at most 3 minutes, with less training.")
    private boolean quick;

    @Option(names = "--keep", description = "Leave the service running at the end.")
    private boolean keep;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ServerOptions server;

    @Option(
            names = "--out",
            defaultValue = "target/demo",
            paramLabel = "DIR",
            description = "Folder for report.json. Default: target/demo.")
    private Path out;

    @Mixin
    private JsonOption json;

    public DemoCommand(Installation installation, ServiceStarter service, Console console) {
        this.installation = installation;
        this.service = service;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        DemoPlan plan = quick ? DemoPlan.quick(seed.value()) : DemoPlan.full(seed.value());
        Stopwatch watch = new Stopwatch();
        print(plan.announcement());
        try (ServiceStarter.Service running = service.start(server.properties())) {
            watch.lap("start");
            print("Service at " + running.address());
            ServiceClient client = new ServiceClient(running.address());
            DemoTraining training = new DemoTraining(client, plan, people());
            List<EpisodeResult> results = new ArrayList<>(training.run(watch));
            print("Playing %s, the policy that comes with Clearway".formatted(DemoPlan.POLICY));
            List<Long> seeds =
                    results.stream().map(EpisodeResult::seed).distinct().toList();
            results.addAll(new DemoPolicy(installation.catalog().get()).evaluate(seeds, watch));
            DemoLive live = new DemoLive(client, installation, plan, people());
            DemoLive.Outcome driven = live.drive(training.id(), out.resolve("live"));
            watch.lap("live");
            DemoReport report = new DemoReport(plan, training.trained(results), driven, watch.laps());
            Path file = out.resolve("report.json");
            JsonFiles.write(file, report.asJson());
            if (json.isSet()) {
                console.out().println(JsonFiles.text(report.asJson()));
            } else {
                print("");
                console.out().print(report.text(console.color()));
            }
            print("Total time    " + ProgressLine.clock(watch.total()));
            print("Report        " + file.toAbsolutePath());
            print("Run           " + running.address() + "/api/v1/runs/" + training.id());
            if (keep) {
                print("Open          " + running.address() + "  (Ctrl-C stops the service)");
                running.await();
            } else {
                print("To look at it: ./clearway serve, then open " + running.address());
            }
        }
        return 0;
    }

    /** Where progress is printed. */
    private Console people() {
        return json.isSet() ? new Console(console.err(), console.err(), console.terminal(), console.color()) : console;
    }

    private void print(String line) {
        people().out().println(line);
    }
}
