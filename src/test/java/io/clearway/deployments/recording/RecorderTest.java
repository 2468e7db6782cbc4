package io.clearway.deployments.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.deployments.Binding;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.FakeTown;
import io.clearway.deployments.TrafficFrame;
import io.clearway.deployments.recording.Recording.State;
import io.clearway.deployments.recording.Recording.StoredRecording;
import io.clearway.network.JointAction;
import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Recordings: their parts, their end, and what ends them early. */
class RecorderTest {
    @Test
    void aRecordingIsStoredInPartsOfAMinute() {
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
    void aSimulationThatBreaksFailsTheRecordingWithItsMessage() {
        HeldRecordings store = new HeldRecordings();
        try (Recorder recorder = recorder(new FakeTown(0, "a").breakingAt(70), store)) {
            start(recorder, 130);
            await().atMost(Duration.ofMinutes(1)).until(() -> store.state == State.FAILED);
            assertThat(store.message).contains("connection closed by the simulator");
            assertThat(store.parts).containsExactly(60, 10);
        }
    }

    @Test
    void aDeletedRecordingStopsAndSoDoesOneAtTheEndOfTheService() {
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

    @Test
    void aSimulationThatDoesNotStartFailsTheRecordingAtTheFirstAttempt() {
        HeldRecordings store = new HeldRecordings();
        AtomicInteger starts = new AtomicInteger();
        TrafficSimulator broken = new Starting(() -> {
            starts.incrementAndGet();
            throw new SimulationException("SUMO: Error: no route file");
        });
        try (Recorder recorder = new Recorder(broken, store, Clock.systemUTC(), "here")) {
            start(recorder, 130);
            await().atMost(Duration.ofMinutes(1)).until(() -> store.state == State.FAILED);
            assertThat(store.message).isEqualTo("The simulation to record did not start: SUMO: Error: no route file");
            assertThat(starts).hasValue(1);
            assertThat(store.parts).isEmpty();
        }
    }

    private static Binding binding(FakeTown town) {
        return new Binding(town.scenario(), seed -> observation -> JointAction.of(1, 0));
    }

    private static Recorder recorder(FakeTown town, HeldRecordings store) {
        return new Recorder(new Starting(() -> town), store, Clock.systemUTC(), "here");
    }

    private static UUID start(Recorder recorder, int seconds) {
        UUID id = UUID.randomUUID();
        SimulationSetup setup = new SimulationSetup(
                new CompiledNetwork(Path.of("none"), "", new RoadNetwork(List.of(), List.of(), List.of())),
                new TrafficDemand.RouteFiles(List.of()),
                AdditionalElements.NONE,
                SimulationOptions.of(1, 1, 600));
        recorder.start(
                new Recording(id, "test", "town", new ControllerChoice.Named("rule"), 1, seconds, Instant.EPOCH),
                binding(new FakeTown(0, "a")),
                setup);
        return id;
    }

    /** A simulator that only starts simulations. */
    private record Starting(Supplier<TrafficSimulation> simulation) implements TrafficSimulator {
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
            return simulation.get();
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
        public Optional<StoredRecording> find(UUID id) {
            return Optional.ofNullable(recording)
                    .map(known -> new StoredRecording(known, state, message, 0, parts.size(), 0, 0));
        }

        @Override
        public List<StoredRecording> list() {
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
        public void updateState(UUID id, State next, String why) {
            message = why;
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
