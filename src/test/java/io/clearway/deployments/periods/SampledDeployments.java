package io.clearway.deployments.periods;

import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.SignalSheets;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.TrafficCounts;
import io.clearway.timing.TimingProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;

/** Deployments that are on record with made-up samples. */
public final class SampledDeployments {
    static final int STEP = 30;

    private static final int QUARTER = 900;
    private static final int WAITING = 2;

    private final Deployments store;

    public SampledDeployments(Deployments store) {
        this.store = store;
    }

    /** One with a sample every 30 s; vehicles of the network by quarter-hour, and one arrives with each sample. */
    public UUID driven(String name, int from, int to, IntToDoubleFunction vehicles) {
        Deployment deployment = new Deployment(
                UUID.randomUUID(),
                name,
                new LiveAddress("localhost", 9999, 1),
                "town",
                new ControllerChoice.Named("hold"),
                new DriveLimits(STEP, 100, Double.POSITIVE_INFINITY, 3),
                Instant.EPOCH);
        List<LiveMetrics> samples = new ArrayList<>();
        for (int second = from; second < to; second += STEP) {
            int passed = (second - from) / STEP;
            int running = (int) vehicles.applyAsDouble(second / QUARTER) - WAITING;
            samples.add(new LiveMetrics(second, 0.5, 3, 12, new TrafficCounts(passed, passed, 0, 0, running, WAITING)));
        }
        DeploymentReport report = DeploymentReport.connecting(Instant.EPOCH);
        store.add(deployment, report, "me", new SignalSheets(TimingProfile.STANDARD, "5e5e", Map.of()));
        store.keep(deployment.id(), report, samples);
        return deployment.id();
    }
}
