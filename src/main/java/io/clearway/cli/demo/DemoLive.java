package io.clearway.cli.demo;

import io.clearway.cli.client.ServiceClient;
import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.command.Installation;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.ProgressLine;
import io.clearway.cli.terminal.Stopwatch;
import io.clearway.deployments.LiveFiles;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The demo's live deployment: a SUMO is started as a user would, and the trained policy is bound to it over REST. */
final class DemoLive {
    private static final String DEPLOYMENTS = "/api/v1/deployments";
    private static final long POLL_MILLIS = 200;

    private final ServiceClient client;
    private final Installation installation;
    private final DemoPlan plan;
    private final Console console;

    DemoLive(ServiceClient client, Installation installation, DemoPlan plan, Console console) {
        this.client = client;
        this.installation = installation;
        this.plan = plan;
        this.console = console;
    }

    /**
     * Result of the live deployment.
     *
     * @param deployment the last state of the deployment that the service reported
     * @param seconds simulated seconds under control
     */
    record Outcome(JsonNode deployment, double seconds) {
        String text() {
            JsonNode figures = deployment.path("traffic");
            return String.format(
                    Locale.ROOT,
                    "drove SUMO for %.0f s: %d departed, %d arrived, queue %.2f veh, waiting %.1f s; %s",
                    seconds,
                    figures.path("departed").asInt(),
                    figures.path("arrived").asInt(),
                    figures.path("meanQueueVehicles").asDouble(),
                    figures.path("meanWaitingSeconds").asDouble(),
                    deployment.path("state").asString("?").toLowerCase(Locale.ROOT));
        }

        Map<String, Object> asJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("simulatedSeconds", seconds);
            json.put("deployment", deployment);
            return json;
        }
    }

    /** Controls a SUMO with the run's final policy, then releases its signals. */
    Outcome drive(String run, Path folder) throws InterruptedException {
        prepare(folder);
        try (LiveSumo sumo = LiveSumo.start(folder, System.getenv())) {
            Map<String, Object> order = new LinkedHashMap<>();
            order.put("name", "demo, " + plan.mode());
            order.put("port", sumo.port());
            order.put("run", run);
            String path = DEPLOYMENTS + "/"
                    + client.post(DEPLOYMENTS, order).path("id").asString();
            double driven = watch(path, sumo);
            client.delete(path);
            return new Outcome(client.get(path), driven);
        }
    }

    private void prepare(Path folder) {
        Scenario scenario = installation.catalog().get().scenario(DemoPlan.SCENARIO);
        if (!(scenario instanceof LiveScenario live)) {
            throw new CommandFailure("The scenario %s cannot be run live".formatted(scenario.name()));
        }
        try {
            new LiveFiles(installation.simulator().get()).write(live, plan.liveSeed(), folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("The live simulation's files cannot be written to " + folder, failure);
        }
    }

    private double watch(String path, LiveSumo sumo) throws InterruptedException {
        ProgressLine line = new ProgressLine(console.out(), console);
        Stopwatch watch = new Stopwatch();
        while (true) {
            JsonNode now = client.get(path);
            String state = now.path("state").asString();
            double seconds = now.path("traffic").path("seconds").asDouble();
            line.show(Math.min(1, seconds / plan.liveSeconds()), figures(state, now.path("traffic")), watch.total());
            if (state.equals("FAILED") || state.equals("ENDED")) {
                line.end();
                throw new CommandFailure("The live deployment %s: %s%n%s"
                        .formatted(state, now.path("message").asString(""), sumo.output()));
            }
            if (seconds >= plan.liveSeconds()) {
                line.end();
                return seconds;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static String figures(String state, JsonNode figures) {
        return String.format(
                Locale.ROOT,
                "live %s  t %.0f s  queue %.2f  waiting %.1f s  arrived %d",
                state.toLowerCase(Locale.ROOT),
                figures.path("seconds").asDouble(),
                figures.path("meanQueueVehicles").asDouble(),
                figures.path("meanWaitingSeconds").asDouble(),
                figures.path("arrived").asInt());
    }
}
