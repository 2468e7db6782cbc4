package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.deployments.Binding;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.FakeTown;
import io.clearway.deployments.HeldDeployments;
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.TrafficFrame;
import io.clearway.network.JointAction;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.VehiclePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Frames sampled while a simulation is controlled, and that the sampling changes nothing. */
class FrameSamplerTest {
    private final List<TrafficFrame> frames = new ArrayList<>();

    @Test
    void samplingFramesDoesNotChangeWhatTheSignalsShow() {
        FakeTown alone = new FakeTown(0, "a", "b");
        FakeTown sampled = new FakeTown(0, "a", "b");
        DeploymentReport without = control(alone, FrameSampler.off());
        DeploymentReport with = control(sampled, new FrameSampler(seconds -> true, frames::add));
        assertThat(sampled.history("a")).isEqualTo(alone.history("a"));
        assertThat(sampled.history("b")).isEqualTo(alone.history("b"));
        assertThat(with.live().metrics()).isEqualTo(without.live().metrics());
        assertThat(with.live().counts()).isEqualTo(without.live().counts());
    }

    @Test
    void thereIsAFrameForEverySecondWithWhatIsShownThen() {
        FakeTown town = new FakeTown(0, "a", "b");
        control(town, new FrameSampler(seconds -> seconds <= 100, frames::add));
        assertThat(frames)
                .extracting(TrafficFrame::seconds)
                .startsWith(1.0, 2.0, 3.0)
                .endsWith(99.0, 100.0);
        for (TrafficFrame frame : frames) {
            int second = (int) frame.seconds() - 1;
            assertThat(frame.lights())
                    .containsExactly(
                            town.history("a").get(second), town.history("b").get(second));
            assertThat(frame.queues()).containsExactly(0, 3);
        }
    }

    @Test
    void aVehicleKeepsItsNumberWhichIsNotReused() {
        FakeTown town = new FakeTown(0, "a")
                .withVehicles(second -> second % 2 == 0
                        ? List.of(
                                new VehiclePosition("early", 1.25, 2, 90, 13.9),
                                new VehiclePosition("on and off", 3, 4, 0, 0))
                        : List.of(new VehiclePosition("early", 1.25, 2, 90, 13.9)));
        control(town, new FrameSampler(seconds -> seconds <= 6, frames::add));
        assertThat(frames.get(1).vehicles()).containsExactly(0, 13, 20, 90, 139, 1, 30, 40, 0, 0);
        assertThat(frames.get(2).vehicles()).containsExactly(0, 13, 20, 90, 139);
        assertThat(frames.get(3).vehicles().get(TrafficFrame.NUMBERS_PER_VEHICLE))
                .isEqualTo(2);
    }

    @Test
    void vehiclesAreReadOnlyWhileThereIsASubscriber() {
        AtomicInteger reads = new AtomicInteger();
        FrameBroadcaster broadcaster = new FrameBroadcaster();
        control(withUnreadableVehicles(reads), broadcaster.sampler());
        assertThat(reads).hasValue(0);
        assertThat(broadcaster.newest()).isNull();
    }

    @Test
    void aFrameThatCannotBeTakenChangesNothingForTheSignals() {
        AtomicInteger reads = new AtomicInteger();
        FrameBroadcaster broadcaster = new FrameBroadcaster();
        broadcaster.subscribe();
        FakeTown town = withUnreadableVehicles(reads);
        DeploymentReport report = control(town, broadcaster.sampler());
        assertThat(reads).hasPositiveValue();
        assertThat(report.state()).isEqualTo(DeploymentState.ENDED);
        FakeTown alone = new FakeTown(0, "a");
        control(alone, FrameSampler.off());
        assertThat(town.history("a")).isEqualTo(alone.history("a"));
    }

    private static FakeTown withUnreadableVehicles(AtomicInteger reads) {
        return new FakeTown(0, "a").withVehicles(second -> {
            reads.incrementAndGet();
            throw new IllegalStateException("vehicles read at " + second);
        });
    }

    private static DeploymentReport control(FakeTown town, FrameSampler sampler) {
        HeldDeployments store = new HeldDeployments();
        Deployment deployment = new Deployment(
                UUID.randomUUID(),
                "test",
                new LiveAddress("127.0.0.1", 2, 1),
                "town",
                new ControllerChoice.Named("rule"),
                new DriveLimits(5, 1000, 200, 3),
                Instant.EPOCH);
        DeploymentLog log = new DeploymentLog(deployment, store, DeploymentListener.NONE, new TickingClock());
        store.add(deployment, log.report(), "here", SignalSheets.of(new FakeTown(0, "a", "b")));
        ControlTask task = new ControlTask(deployment.id(), "town", binding(town), deployment.limits());
        new ControlLoop(task, stopRequested -> town, log, sampler, new TickingClock()).run();
        return store.find(deployment.id()).orElseThrow().report();
    }

    private static Binding binding(FakeTown town) {
        return new Binding(town.scenario(), seed -> observation -> JointAction.of(1, 0));
    }
}
