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
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.SafeSignals;
import io.clearway.deployments.control.ControlMode;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.simulation.LiveAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ControlLoopTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final HeldDeployments store = new HeldDeployments();

    @Test
    void itEndsAtTheRequestedSimulatedTimeAndReleasesTheSignals() throws Exception {
        FakeTown town = new FakeTown(0, "a", "b");
        DeploymentReport report = runToEnd(town, 300, observation -> JointAction.of(1, 0));
        assertThat(report.state()).isEqualTo(DeploymentState.ENDED);
        assertThat(report.live().counts().decisions()).isEqualTo(60);
        assertThat(report.live().metrics().seconds()).isBetween(300.0, 400.0);
        assertThat(report.live().metrics().meanQueueVehicles()).isEqualTo(3);
        assertThat(report.live().metrics().haltingVehicles()).isEqualTo(3);
        assertThat(report.live().metrics().meanDelaySeconds()).isEqualTo(4);
        assertThat(report.live().metrics().counts().arrived())
                .isEqualTo((int) report.live().metrics().seconds());
        assertThat(town.released()).containsExactly("a:0", "b:0");
        assertThat(town.closed()).isTrue();
        SafeSignals.assertSafe(town.history("a"));
    }

    @Test
    void itEndsWithTheSimulationWithoutRunningPastIt() throws Exception {
        FakeTown town = new FakeTown(0, "a").endingAt(102);
        DeploymentReport report = runToEnd(town, Double.POSITIVE_INFINITY, observation -> JointAction.of(1));
        assertThat(report.state()).isEqualTo(DeploymentState.ENDED);
        assertThat(report.live().metrics().seconds()).isEqualTo(102);
        assertThat(town.released()).containsExactly("a:0");
    }

    @Test
    void aLostConnectionFailsWithTheSimulatorsMessage() throws Exception {
        FakeTown town = new FakeTown(0, "a", "b").breakingAt(77);
        DeploymentReport report = runToEnd(town, Double.POSITIVE_INFINITY, observation -> JointAction.of(0, 0));
        assertThat(report.state()).isEqualTo(DeploymentState.FAILED);
        assertThat(report.message()).isEqualTo("connection closed by the simulator");
        assertThat(report.live().metrics().seconds()).isEqualTo(75);
        assertThat(town.closed()).isTrue();
    }

    @Test
    void nothingToAttachToFailsWithTheSimulatorsMessage() throws Exception {
        DeploymentReport report = runToEnd(deployment(1, 100, 1000), new FakeTown(0, "a"), o -> JointAction.of(0));
        assertThat(report.state()).isEqualTo(DeploymentState.FAILED);
        assertThat(report.message()).isEqualTo("nothing answers at port 1");
    }

    @Test
    void anotherNetworkIsRejectedNamingWhatDiffers() throws Exception {
        FakeTown town = new FakeTown(0, "a", "b").withLights(List.of(FakeTown.light("a"), FakeTown.light("x")));
        DeploymentReport report = runToEnd(town, 100, observation -> JointAction.of(0, 0));
        assertThat(report.state()).isEqualTo(DeploymentState.FAILED);
        assertThat(report.message()).contains("no traffic light 'b'");
        assertThat(town.history("a")).isEmpty();
    }

    @Test
    void aControllerThatThrowsCausesFixedTimeWithItsMessage() throws Exception {
        AtomicInteger decisions = new AtomicInteger();
        FakeTown town = new FakeTown(0, "a", "b");
        runToEnd(town, 200, observation -> {
            if (decisions.getAndIncrement() >= 10) {
                throw new ArithmeticException("weights are not finite");
            }
            return JointAction.of(0, 0);
        });
        DeploymentReport fallen = store.lastIn(DeploymentState.FALLBACK);
        assertThat(fallen.message()).contains("2 of 2 signals").contains("weights are not finite");
        assertThat(fallen.live().signals())
                .extracting(signal -> signal.control().mode())
                .containsOnly(ControlMode.FIXED_TIME_FAILED);
        assertThat(fallen.live().counts().failed()).isPositive();
        SafeSignals.assertSafe(town.history("a"));
    }

    @Test
    void aLateActionIsDiscardedAndTheControllerIsCalledAgainOnlyWhenItIsFree() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        FakeTown town = new FakeTown(0, "a");
        DeploymentReport report = runToEnd(deployment(2, 60, 30), town, observation -> {
            if (asked.getAndIncrement() == 4) {
                await(free);
                return JointAction.of(1);
            }
            return JointAction.of(0);
        });
        assertThat(asked).hasValue(5);
        assertThat(report.live().counts().late()).isEqualTo(8);
        assertThat(store.lastIn(DeploymentState.FALLBACK).message()).contains("deadline of 30 ms");
        SafeSignals.assertSafe(town.history("a"));
        free.countDown();
    }

    @Test
    void afterGoodDecisionsTheControllerControlsAgain() throws Exception {
        AtomicInteger decisions = new AtomicInteger();
        runToEnd(new FakeTown(0, "a", "b"), 400, observation -> {
            if (decisions.getAndIncrement() == 10) {
                throw new IllegalStateException("once");
            }
            return JointAction.of(0, 0);
        });
        assertThat(store.states())
                .containsSubsequence(
                        DeploymentState.DRIVING,
                        DeploymentState.FALLBACK,
                        DeploymentState.DRIVING,
                        DeploymentState.RELEASING,
                        DeploymentState.ENDED);
    }

    @Test
    void releasingReturnsTheSignalsToTheirProgramsAndEndsTheThread() throws Exception {
        FakeTown town = new FakeTown(0, "a", "b");
        Deployment deployment = deployment(2, Double.POSITIVE_INFINITY, 1000);
        ActiveDeployments active =
                new ActiveDeployments(town, store, DeploymentListener.NONE, Clock.systemUTC(), "here");
        CountDownLatch driving = new CountDownLatch(20);
        active.start(deployment, new Binding(town, seed -> observation -> {
            driving.countDown();
            return JointAction.of(1, 2);
        }));
        await(driving);
        assertThat(active.find(deployment.id())).isPresent();
        assertThat(active.release(deployment.id(), TIMEOUT)).isTrue();
        assertThat(active.release(deployment.id(), TIMEOUT)).isTrue();
        assertThat(store.find(deployment.id()).orElseThrow().report().state()).isEqualTo(DeploymentState.RELEASED);
        assertThat(town.released()).containsExactlyInAnyOrder("a:0", "b:0");
        town.runAlone(200);
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
        assertThat(threads(deployment.id())).isEmpty();
    }

    @Test
    void aStoreThatFailsDoesNotStopTheLoop() throws Exception {
        store.failing(true);
        FakeTown town = new FakeTown(0, "a");
        ControlLoop loop = loop(deployment(2, 300, 1000), town, observation -> JointAction.of(0));
        loop.run();
        assertThat(town.history("a")).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void theEndIsStoredOnceTheStoreIsBack() throws Exception {
        Deployment deployment = deployment(2, 100, 1000);
        ActiveDeployments active = new ActiveDeployments(
                new FakeTown(0, "a", "b"), store, DeploymentListener.NONE, Clock.systemUTC(), "here");
        CountDownLatch away = new CountDownLatch(1);
        active.start(deployment, new Binding(new FakeTown(0, "a", "b"), seed -> observation -> {
            store.failing(true);
            away.countDown();
            return JointAction.of(0, 0);
        }));
        await(away);
        assertThat(active.release(deployment.id(), Duration.ofMillis(300))).isFalse();
        store.failing(false);
        assertThat(active.release(deployment.id(), TIMEOUT)).isTrue();
        assertThat(store.find(deployment.id()).orElseThrow().report().state().over())
                .isTrue();
    }

    @Test
    void samplesAreStoredInOrder() throws Exception {
        runToEnd(new FakeTown(0, "a"), 100, observation -> JointAction.of(0));
        assertThat(store.samples()).extracting(LiveMetrics::seconds).isSorted().contains(5.0, 100.0);
    }

    private DeploymentReport runToEnd(FakeTown town, double until, Controller controller) throws Exception {
        return runToEnd(deployment(2, until, 1000), town, controller);
    }

    private DeploymentReport runToEnd(Deployment deployment, FakeTown town, Controller controller) throws Exception {
        loop(deployment, town, controller).run();
        assertThat(threads(deployment.id())).isEmpty();
        return store.find(deployment.id()).orElseThrow().report();
    }

    private ControlLoop loop(Deployment deployment, FakeTown town, Controller controller) {
        DeploymentLog log = new DeploymentLog(deployment, store, DeploymentListener.NONE, new TickingClock());
        if (!store.isFailing()) {
            store.add(deployment, log.report(), "here");
        }
        Binding binding = new Binding(town.scenario(), seed -> controller);
        ControlTask task = new ControlTask(deployment.id(), deployment.scenario(), binding, deployment.limits());
        LiveConnection source = new LiveConnection(town, deployment.simulator());
        return new ControlLoop(task, source, log, FrameSampler.off(), new TickingClock());
    }

    /** A port of 1 is one where nothing answers. */
    private static Deployment deployment(int port, double until, int deadlineMillis) {
        return new Deployment(
                UUID.randomUUID(),
                "test",
                new LiveAddress("127.0.0.1", port, 1),
                "town",
                new ControllerChoice.Rule("rule"),
                new DriveLimits(5, deadlineMillis, until, 3),
                Instant.EPOCH);
    }

    private static List<String> threads(UUID deployment) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            List<String> alive = Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.contains(deployment.toString()))
                    .toList();
            if (alive.isEmpty()) {
                return alive;
            }
            Thread.sleep(20);
        }
        return List.of("still alive");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
