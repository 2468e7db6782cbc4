package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.deployments.Binding;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.FakeTown;
import io.clearway.deployments.HeldDeployments;
import io.clearway.deployments.TrafficFrame;
import io.clearway.deployments.recording.Recorder;
import io.clearway.deployments.recording.Recording;
import io.clearway.deployments.recording.Recording.Kept;
import io.clearway.deployments.recording.Recording.State;
import io.clearway.deployments.recording.Recordings;
import io.clearway.network.JointAction;
import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.VehiclePosition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Filming a drive: what is seen, what is kept, and that nothing of the drive changes by it. */
class FilmTest {
    private final List<TrafficFrame> seen = new ArrayList<>();

    @Test
    void aDriveThatIsWatchedIsTheSameAsOneThatIsNot() {
        FakeTown alone = new FakeTown(0, "a", "b");
        FakeTown watched = new FakeTown(0, "a", "b");
        DeploymentReport unseen = drive(alone, FrameSampler.off());
        DeploymentReport filmed = drive(watched, new FrameSampler(seconds -> true, seen::add));
        assertThat(watched.history("a")).isEqualTo(alone.history("a"));
        assertThat(watched.history("b")).isEqualTo(alone.history("b"));
        assertThat(filmed.figures()).isEqualTo(unseen.figures());
        assertThat(filmed.counts()).isEqualTo(unseen.counts());
    }

    @Test
    void thereIsAFrameForEverySecondWithWhatIsShownThen() {
        FakeTown town = new FakeTown(0, "a", "b");
        drive(town, new FrameSampler(seconds -> seconds <= 100, seen::add));
        assertThat(seen)
                .extracting(TrafficFrame::seconds)
                .startsWith(1.0, 2.0, 3.0)
                .endsWith(99.0, 100.0);
        for (TrafficFrame frame : seen) {
            int second = (int) frame.seconds() - 1;
            assertThat(frame.lights())
                    .containsExactly(
                            town.history("a").get(second), town.history("b").get(second));
            assertThat(frame.queues()).containsExactly(0, 3);
        }
    }

    @Test
    void aVehicleKeepsItsNumberAndNobodyElseGetsIt() {
        FakeTown town = new FakeTown(0, "a")
                .withVehicles(second -> second % 2 == 0
                        ? List.of(
                                new VehiclePosition("early", 1.25, 2, 90, 13.9),
                                new VehiclePosition("on and off", 3, 4, 0, 0))
                        : List.of(new VehiclePosition("early", 1.25, 2, 90, 13.9)));
        drive(town, new FrameSampler(seconds -> seconds <= 6, seen::add));
        assertThat(seen.get(1).vehicles()).containsExactly(0, 13, 20, 90, 139, 1, 30, 40, 0, 0);
        assertThat(seen.get(2).vehicles()).containsExactly(0, 13, 20, 90, 139);
        assertThat(seen.get(3).vehicles().get(TrafficFrame.NUMBERS_PER_VEHICLE)).isEqualTo(2);
    }

    @Test
    void vehiclesAreNotAskedForWhileNobodyLooks() {
        FrameBroadcaster screen = new FrameBroadcaster();
        assertThat(drive(unaskable(), screen.camera()).message()).doesNotContain("asked for");
        assertThat(screen.newest()).isNull();
        screen.enter();
        assertThat(drive(unaskable(), screen.camera()).message()).contains("asked for");
    }

    private static FakeTown unaskable() {
        return new FakeTown(0, "a").withVehicles(second -> {
            throw new IllegalStateException("asked for at " + second);
        });
    }

    @Test
    void aRecordingIsKeptInPartsOfAMinute() {
        HeldRecordings store = new HeldRecordings();
        try (Recorder recorder = recorder(new FakeTown(0, "a"), store)) {
            UUID id = start(recorder, 130);
            await().atMost(Duration.ofMinutes(1)).until(() -> store.state == State.READY);
            assertThat(store.parts).containsExactly(60, 60, 10);
            assertThat(store.message).isEmpty();
            assertThat(store.find(id)).isPresent();
        }
    }

    @Test
    void aSimulationThatBreaksFailsTheRecordingInItsWords() {
        HeldRecordings store = new HeldRecordings();
        try (Recorder recorder = recorder(new FakeTown(0, "a").breakingAt(70), store)) {
            start(recorder, 130);
            await().atMost(Duration.ofMinutes(1)).until(() -> store.state == State.FAILED);
            assertThat(store.message).contains("connection closed by the simulator");
            assertThat(store.parts).containsExactly(60, 10);
        }
    }

    @Test
    void aRecordingThatIsTakenAwayStopsAndSoDoesOneAtTheEndOfTheService() {
        HeldRecordings store = new HeldRecordings();
        FakeTown town = new FakeTown(0, "a").paced(1);
        Recorder recorder = recorder(town, store);
        UUID id = start(recorder, 7000);
        await().atMost(Duration.ofMinutes(1)).until(() -> !store.parts.isEmpty());
        store.delete(id);
        await().atMost(Duration.ofMinutes(1)).until(town::closed);
        FakeTown other = new FakeTown(0, "a").paced(1);
        recorder.close();
        Recorder second = recorder(other, store);
        start(second, 7000);
        await().atMost(Duration.ofMinutes(1)).until(() -> store.parts.size() > 1);
        second.close();
        await().atMost(Duration.ofMinutes(1)).until(other::closed);
    }

    private static DeploymentReport drive(FakeTown town, FrameSampler camera) {
        HeldDeployments store = new HeldDeployments();
        Deployment deployment = new Deployment(
                UUID.randomUUID(),
                "test",
                new LiveAddress("127.0.0.1", 2, 1),
                "town",
                new ControllerChoice.Rule("rule"),
                new DriveLimits(5, 1000, 200, 3),
                Instant.EPOCH);
        DeploymentLog logbook = new DeploymentLog(deployment, store, DeploymentListener.NOBODY, new TickingClock());
        store.add(deployment, logbook.report(), "here");
        new ControlLoop(deployment, binding(town), town, logbook, camera, new TickingClock()).run();
        return store.find(deployment.id()).orElseThrow().report();
    }

    private static Binding binding(FakeTown town) {
        return new Binding(town.scenario(), seed -> observation -> JointAction.of(1, 0));
    }

    private static Recorder recorder(FakeTown town, HeldRecordings store) {
        return new Recorder(new Starting(town), store, Clock.systemUTC(), "here");
    }

    private static UUID start(Recorder recorder, int seconds) {
        UUID id = UUID.randomUUID();
        SimulationSetup setup = new SimulationSetup(
                new CompiledNetwork(Path.of("none"), "", new RoadNetwork(List.of(), List.of(), List.of())),
                new TrafficDemand.RouteFiles(List.of()),
                AdditionalElements.NONE,
                SimulationOptions.of(1, 1, 600));
        recorder.start(
                new Recording(id, "test", "town", new ControllerChoice.Rule("rule"), 1, seconds, Instant.EPOCH),
                binding(new FakeTown(0, "a")),
                setup);
        return id;
    }

    /** A simulator whose only simulation is a town. */
    private record Starting(FakeTown town) implements TrafficSimulator {
        @Override
        public String version() {
            return "fake 1";
        }

        @Override
        public CompiledNetwork compile(NetworkSource source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TrafficSimulation start(SimulationSetup setup) {
            return town;
        }

        @Override
        public TrafficSimulation attach(LiveAddress address) {
            throw new UnsupportedOperationException();
        }
    }

    /** One recording in memory. */
    private static final class HeldRecordings implements Recordings {
        private final List<Integer> parts = new CopyOnWriteArrayList<>();
        private volatile @Nullable Recording recording;
        private volatile State state = State.RECORDING;
        private volatile String message = "";

        @Override
        public void add(Recording added, String service) {
            recording = added;
        }

        @Override
        public Optional<Kept> find(UUID id) {
            return Optional.ofNullable(recording).map(known -> new Kept(known, state, message, 0, parts.size(), 0, 0));
        }

        @Override
        public List<Kept> list() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean addPart(UUID id, int part, List<TrafficFrame> frames, byte[] packed) {
            parts.add(frames.size());
            return recording != null;
        }

        @Override
        public Optional<byte[]> findPart(UUID id, int part) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void turn(UUID id, State next, String words) {
            message = words;
            state = next;
        }

        @Override
        public boolean delete(UUID id) {
            recording = null;
            return true;
        }

        @Override
        public void failUnfinished(String service) {
            throw new UnsupportedOperationException();
        }
    }
}
