package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.control.ControlMode;
import io.clearway.deployments.control.OperatorOrder;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.LiveAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
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
        assertThat(report.live().metrics().meanWaitingSeconds()).isEqualTo(4);
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
    void whileTheSignalsCannotBeObservedTheyRunFixedTimeAndRecoverAfterwards() throws Exception {
        FakeTown town = new FakeTown(0, "a", "b").unobservableAt(100, 105, 110);
        DeploymentReport report = runToEnd(town, 300, observation -> JointAction.of(1, 0));
        assertThat(report.state()).isEqualTo(DeploymentState.ENDED);
        assertThat(report.live().counts().failed()).isEqualTo(3);
        assertThat(store.lastIn(DeploymentState.FALLBACK).message())
                .contains("2 of 2 signals", "the signals cannot be observed", "the sensors are away");
        assertThat(store.lastIn(DeploymentState.DRIVING).live().metrics().seconds())
                .isEqualTo(300);
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
    }

    @Test
    void anErrorOfTheLoopReturnsTheSignalsWithoutAJump() throws Exception {
        FakeTown town = new FakeTown(0, "a", "b");
        loop(deployment(2, 1000, 1000), town, observation -> JointAction.of(3, 2), log -> new DriveListener() {
                    @Override
                    public void stateChanged(DeploymentState state, String message) {
                        log.stateChanged(state, message);
                    }

                    @Override
                    public void decided(DeploymentReport report) {
                        if (report.live().metrics().seconds() == 115) {
                            throw new IllegalStateException("no place to write to");
                        }
                    }
                })
                .run();
        assertThat(store.states()).endsWith(DeploymentState.FAILED);
        assertThat(store.lastIn(DeploymentState.FAILED).message()).contains("no place to write to");
        assertThat(town.released()).containsExactlyInAnyOrder("a:0", "b:0");
        assertThat(town.history("a")).hasSizeGreaterThan(115);
        town.runAlone(100);
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
    }

    @Test
    void ordersAreCarriedOutBeforeTheNextSecondAndOneReleasedSignalDoesNotEndTheDrive() throws Exception {
        FakeTown town = new FakeTown(0, "a", "b");
        AtomicInteger decisions = new AtomicInteger();
        AtomicReference<ControlLoop> running = new AtomicReference<>();
        ControlLoop loop = loop(deployment(2, 400, 1000), town, observation -> {
            switch (decisions.getAndIncrement()) {
                case 20 -> Objects.requireNonNull(running.get()).order(order(OperatorOrder.Action.HOLD, "b", 1));
                case 30 -> Objects.requireNonNull(running.get()).order(order(OperatorOrder.Action.RELEASE, "a", -1));
                default -> {}
            }
            return JointAction.of(0, 0);
        });
        running.set(loop);
        loop.run();
        DeploymentReport last = store.lastIn(DeploymentState.DRIVING);
        assertThat(last.live().metrics().seconds()).isEqualTo(400);
        assertThat(last.live().signals())
                .extracting(signal -> signal.control().mode())
                .containsExactly(ControlMode.RELEASED, ControlMode.OPERATOR_HOLD);
        assertThat(town.history("b").subList(100, 400)).startsWith("yryr", "yryr", "rGrG");
        assertThat(town.history("b").subList(102, 400)).containsOnly("rGrG");
        assertThat(town.released()).startsWith("a:0").containsExactlyInAnyOrder("a:0", "b:0");
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
        assertThatThrownBy(() -> loop.order(order(OperatorOrder.Action.HOLD, "c", 1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("such as a");
    }

    @Test
    void faultsAndOrdersAreStored() throws Exception {
        FakeTown town = new FakeTown(0, "a", "b").overruled("a", 41, "GGGG").overruled("b", 52, "rrrr");
        AtomicReference<ControlLoop> running = new AtomicReference<>();
        AtomicInteger decisions = new AtomicInteger();
        ControlLoop loop = loop(deployment(2, 200, 1000), town, observation -> {
            if (decisions.getAndIncrement() == 20) {
                Objects.requireNonNull(running.get()).order(order(OperatorOrder.Action.RESET, "a", -1));
            }
            return JointAction.of(0, 0);
        });
        running.set(loop);
        loop.run();
        assertThat(store.events())
                .extracting(
                        stored -> stored.event().seconds(),
                        stored -> stored.event().light(),
                        stored -> stored.event().kind())
                .containsExactly(
                        tuple(100.0, "a", SignalEvent.Kind.ORDER),
                        tuple(52.0, "b", SignalEvent.Kind.MONITOR_TRIPPED),
                        tuple(41.0, "a", SignalEvent.Kind.MONITOR_TRIPPED));
        assertThat(store.lastIn(DeploymentState.FALLBACK).live().signals())
                .extracting(signal -> signal.control().mode())
                .containsExactly(ControlMode.CONTROLLER, ControlMode.FIXED_TIME_MONITOR_TRIPPED);
    }

    @Test
    void releasingAllSignalsOneByOneEndsTheDrive() throws Exception {
        FakeTown town = new FakeTown(0, "a", "b");
        AtomicReference<ControlLoop> running = new AtomicReference<>();
        ControlLoop loop = loop(deployment(2, 4000, 1000), town, observation -> {
            Objects.requireNonNull(running.get()).order(order(OperatorOrder.Action.RELEASE, "b", -1));
            Objects.requireNonNull(running.get()).order(order(OperatorOrder.Action.RELEASE, "a", -1));
            return JointAction.of(3, 3);
        });
        running.set(loop);
        loop.run();
        assertThat(store.states()).endsWith(DeploymentState.RELEASING, DeploymentState.ENDED);
        assertThat(town.history("a")).hasSizeLessThan(200);
        assertThat(town.released()).containsExactlyInAnyOrder("a:0", "b:0");
        town.runAlone(100);
        SafeSignals.assertSafe(town.history("a"));
        SafeSignals.assertSafe(town.history("b"));
    }

    @Test
    void signalsChangeOnWholeSecondsWheneverTheDriveEnds() throws Exception {
        FakeTown town = new FakeTown(0, "a");
        AtomicInteger decisions = new AtomicInteger();
        runToEnd(deployment(2, 300.5, 1000), town, observation -> JointAction.of(decisions.getAndIncrement() / 4 % 2));
        assertThat(town.advances()).containsOnly(1.0);
        SafeSignals.assertSafe(town.history("a"));
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
    void aListenerThatFailsDoesNotStopTheLoop() {
        FakeTown town = new FakeTown(0, "a");
        Deployment deployment = deployment(2, 300, 1000);
        DeploymentLog log = new DeploymentLog(
                deployment,
                store,
                new DeploymentListener() {
                    @Override
                    public void reported(Deployment of, DeploymentReport report) {
                        throw new IllegalStateException("nobody listens");
                    }

                    @Override
                    public void ended(Deployment of) {}
                },
                new TickingClock());
        store.add(deployment, log.report(), "here", SignalSheets.of(new FakeTown(0, "a", "b")));
        Binding binding = new Binding(town, seed -> observation -> JointAction.of(0));
        ControlTask task = new ControlTask(deployment.id(), "town", binding, deployment.limits());
        new ControlLoop(task, stopRequested -> town, log, FrameSampler.off(), new TickingClock()).run();
        assertThat(log.report().state()).isEqualTo(DeploymentState.ENDED);
        assertThat(town.history("a")).hasSizeGreaterThanOrEqualTo(300);
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
        return loop(deployment, town, controller, log -> log);
    }

    /** @param between who hears of the drive before the log does */
    private ControlLoop loop(
            Deployment deployment, FakeTown town, Controller controller, UnaryOperator<DriveListener> between) {
        DeploymentLog log = new DeploymentLog(deployment, store, DeploymentListener.NONE, new TickingClock());
        if (!store.isFailing()) {
            store.add(deployment, log.report(), "here", SignalSheets.of(new FakeTown(0, "a", "b")));
        }
        Binding binding = new Binding(town.scenario(), seed -> controller);
        ControlTask task = new ControlTask(deployment.id(), deployment.scenario(), binding, deployment.limits());
        LiveConnection source = new LiveConnection(town, deployment.simulator());
        return new ControlLoop(task, source, between.apply(log), FrameSampler.off(), new TickingClock());
    }

    private static OperatorOrder order(OperatorOrder.Action action, String light, int stage) {
        return new OperatorOrder(action, Optional.of(light), stage, "works", "Ada");
    }

    /** A port of 1 is one where nothing answers. */
    private static Deployment deployment(int port, double until, int deadlineMillis) {
        return new Deployment(
                UUID.randomUUID(),
                "test",
                new LiveAddress("127.0.0.1", port, 1),
                "town",
                new ControllerChoice.Named("rule"),
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
