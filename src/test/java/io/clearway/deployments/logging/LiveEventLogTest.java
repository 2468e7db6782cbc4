package io.clearway.deployments.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.events.EventLog;
import io.clearway.events.EventLogWriter;
import io.clearway.events.LogHeader;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.recording.EventRecorder;
import io.clearway.events.recording.RecordedSignals;
import io.clearway.events.recording.SignalSites;
import io.clearway.events.recording.Termination;
import io.clearway.simulation.Commands;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.passages.CrossingWait;
import io.clearway.simulation.passages.LoopPassage;
import io.clearway.simulation.passages.WatchedPlaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveEventLogTest {
    static final LogHeader.Origin ORIGIN = new LogHeader.Origin("town", "rule", 0);
    private static final TrafficLight LIGHT =
            new TrafficLight("A", List.of(new Link(0, "n_0", "s_0", 's', List.of(), List.of())), List.of());
    private static final RoadNetwork ROADS = new RoadNetwork(
            List.of(new Road("n", false, "n", "A", List.of(new Lane("n_0", "n", 0, 200, 10)))),
            List.of(),
            List.of(LIGHT));
    static final SignalSite SITE = new SignalSites(ROADS).describe(0, LIGHT, List.of("G"));
    static final RecordedSignals SIGNALS =
            new RecordedSignals(List.of(SITE), new SignalSites(ROADS).places(List.of(SITE)), List.of(0));
    private static final int END = 200;

    @TempDir
    Path folder;

    private EventLogLimits limits(int partSeconds, long maxBytes) {
        return new EventLogLimits(folder, partSeconds, 10, maxBytes);
    }

    /**
     * 30 s of green, 30 s of red; a vehicle crosses the stop line every 7 s and is known two steps late, as among
     * several clients.
     */
    static LoggedStep step(int until) {
        List<LoopPassage> passages = new ArrayList<>();
        int known = until - 2;
        if (known > 0 && known % 7 == 0) {
            passages.add(new LoopPassage(known + 0.25, 2, "v" + known, true));
            passages.add(new LoopPassage(known + 0.75, 2, "v" + known, false));
        }
        return new LoggedStep(
                until - 1, until, List.of((until - 1) % 60 < 30 ? "G" : "r"), passages, List.of(), until - 2);
    }

    private static List<String> rows(EventLog log) {
        List<String> rows = new ArrayList<>();
        log.read(log.header().signals().get(0), event -> rows.add(row(event)));
        return rows;
    }

    private static String row(SignalEvent event) {
        return "%d %d %d".formatted(event.tenths(), event.code(), event.parameter());
    }

    /** The same events in one log, as an evaluation writes them. */
    private List<String> inOne(Path where) {
        try (EventRecorder recorder = new EventRecorder(
                List.of(SITE), List.of(Termination.FORCE_OFF), new EventLogWriter(where, List.of(SITE)))) {
            for (int until = 1; until <= END; until++) {
                LoggedStep step = step(until);
                recorder.show(0, (until - 1) * 10L, step.states().get(0));
                step.passages().forEach(recorder::passed);
            }
            recorder.complete(ORIGIN, 0, END * 10L);
        }
        return rows(EventLog.open(where));
    }

    private List<Path> parts(UUID id) throws IOException {
        try (Stream<Path> parts = Files.list(folder.resolve(id.toString()))) {
            return parts.sorted().toList();
        }
    }

    @Test
    void partsFollowEachOtherWithoutGap(@TempDir Path whole) throws IOException {
        UUID id = UUID.randomUUID();
        try (LogParts parts = new LogParts(SIGNALS, ORIGIN, id.toString(), new Retention(limits(45, 1 << 20)))) {
            for (int until = 1; until <= END; until++) {
                parts.add(step(until));
            }
        }
        assertThat(parts(id))
                .extracting(part -> part.getFileName().toString())
                .containsExactly("0000000000", "0000000045", "0000000090", "0000000135", "0000000180");
        List<String> all = new ArrayList<>();
        long end = 0;
        for (EventLog log : EventLog.find(folder)) {
            assertThat(log.header().beginTenths()).isEqualTo(end);
            assertThat(log.isOpen()).isFalse();
            end = log.header().endTenths();
            all.addAll(rows(log));
        }
        assertThat(end).isEqualTo(END * 10L);
        // what is green at the beginning of a part begins there once more, and free operation is said again
        List<String> expected = inOne(whole.resolve("one"));
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(all);
        // red clearances that began in the part before
        assertThat(missing).containsExactly("600 11 1", "600 12 1", "1200 11 1", "1200 12 1");
        all.removeAll(expected);
        assertThat(all)
                .containsExactly(
                        "0 131 254",
                        "450 131 254",
                        "900 131 254",
                        "1350 131 254",
                        "1350 0 1",
                        "1350 1 1",
                        "1800 131 254");
    }

    /** Somebody waits from 10 s to 130 s; a part says so at its beginning, and counts a call of its own. */
    @Test
    void whoWaitsAtACrossingDoesSoInEachPart() {
        TrafficLight light = new TrafficLight(
                "A",
                List.of(new Link(
                        0,
                        ":A_w0_0",
                        ":A_c0_0",
                        's',
                        List.of(),
                        List.of(),
                        new RoadNetwork.Path(true, 8, 1, List.of()))),
                List.of());
        SignalSites describe = new SignalSites(new RoadNetwork(List.of(), List.of(), List.of(light)));
        SignalSite crossing = describe.describe(0, light, List.of("G"));
        RecordedSignals signals =
                new RecordedSignals(List.of(crossing), describe.places(List.of(crossing)), List.of(0));
        try (LogParts parts = new LogParts(signals, ORIGIN, "drive", new Retention(limits(45, 1 << 20)))) {
            for (int until = 1; until <= 150; until++) {
                List<CrossingWait> waits = new ArrayList<>();
                if (until == 12 || until == 132) {
                    waits.add(new CrossingWait(until - 2, 0, until == 12));
                }
                parts.add(new LoggedStep(until - 1, until, List.of("r"), List.of(), waits, until - 2));
            }
        }
        assertThat(EventLog.find(folder).stream().map(LiveEventLogTest::rows))
                .containsExactly(
                        List.of("0 131 254", "100 90 1", "100 45 1"),
                        List.of("450 131 254", "450 90 1", "450 45 1"),
                        List.of("900 131 254", "900 90 1", "900 45 1", "1300 89 1"),
                        List.of("1350 131 254"));
    }

    /** After steps that were lost, nobody is said to wait until it is known again. */
    @Test
    void afterAGapWhoWaitsIsNotKnown() {
        KnownWaits waits = new KnownWaits();
        waits.add(List.of(new CrossingWait(3, 0, true), new CrossingWait(7, 1, true), new CrossingWait(9, 0, false)));
        waits.settle(8);
        assertThat(repeated(waits, 8)).containsExactly("8.0 0 true", "8.0 1 true", "9.0 0 false");
        waits.settle(20);
        assertThat(repeated(waits, 20)).containsExactly("20.0 1 true");
        waits.clear();
        assertThat(repeated(waits, 30)).isEmpty();
    }

    private static List<String> repeated(KnownWaits waits, double seconds) {
        List<String> repeated = new ArrayList<>();
        waits.repeat(seconds, wait -> repeated.add("%s %d %s".formatted(wait.seconds(), wait.place(), wait.waiting())));
        return repeated;
    }

    /** As after kill -9: nobody ends the log, and the last member is cut within. */
    @Test
    void aKilledLogIsReadUpToWhatWasFlushed(@TempDir Path whole) throws IOException {
        UUID id = UUID.randomUUID();
        LogParts killed = new LogParts(SIGNALS, ORIGIN, id.toString(), new Retention(limits(3600, 1 << 20)));
        for (int until = 1; until <= 100; until++) {
            killed.add(step(until));
        }
        Path part = parts(id).get(0);
        Path file = part.resolve(SITE.file());
        byte[] member = member("100.0,A,82,3\n100.7,A,81,3\n".repeat(500));
        Files.write(file, Arrays.copyOf(member, member.length - 20), StandardOpenOption.APPEND);
        EventLog log = EventLog.open(part);
        assertThat(log.isOpen()).isTrue();
        long end = log.header().endTenths();
        assertThat(end).isBetween(880L, 1000L);
        List<String> expected = inOne(whole.resolve("one")).stream()
                .filter(row -> Long.parseLong(row.split(" ", 2)[0]) <= end)
                .toList();
        assertThat(rows(log))
                .hasSizeGreaterThan(20)
                .startsWith("0 131 254")
                .endsWith(expected.get(expected.size() - 1))
                .containsAll(expected)
                .hasSize(expected.size() + 1);
    }

    private static byte[] member(String rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream member = new GZIPOutputStream(bytes)) {
            member.write(rows.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aDiskThatFailsIsCountedAndTriedAgain() throws IOException {
        UUID id = UUID.randomUUID();
        // a file in the place of the folder: nothing can be written
        Path obstacle = Files.createFile(folder.resolve(id.toString()));
        AtomicLong lost = new AtomicLong();
        LongConsumer failing = seconds -> {
            if (lost.addAndGet(seconds) < 10) {
                throw new IllegalStateException("a registry that is closed");
            }
        };
        try (LiveEventLog log = log(id, failing)) {
            for (int until = 1; until <= 30; until++) {
                log.offer(step(until));
            }
            awaitLost(lost, 30);
            Files.delete(obstacle);
            for (int until = 31; until <= END; until++) {
                log.offer(step(until));
            }
        }
        assertThat(lost).hasValue(60);
        EventLog rest = EventLog.open(parts(id).get(0));
        assertThat(rest.header().beginTenths()).isEqualTo(600);
        assertThat(rest.header().endTenths()).isEqualTo(END * 10L);
        assertThat(rows(rest)).contains("600 1 1", "1332 82 3").noneMatch(row -> row.startsWith("5"));
    }

    private static void awaitLost(AtomicLong lost, long steps) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (lost.get() < steps && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theOldestPartsGiveWay() throws IOException {
        for (int part = 0; part < 5; part++) {
            Path file = Files.createDirectories(folder.resolve("d").resolve("part" + part))
                    .resolve("signal-1.csv.gz");
            Files.write(file, new byte[1000]);
            FileTime then = FileTime.fromMillis(1_000_000L * (part + 1));
            Files.setLastModifiedTime(file, then);
            Files.setLastModifiedTime(folder.resolve("d").resolve("part" + part), then);
        }
        Retention retention = new Retention(limits(3600, 2500));
        retention.begin(folder.resolve("d").resolve("part0"));
        assertThat(names(folder.resolve("d"))).containsExactlyInAnyOrder("part0", "part4");
        retention.ended(folder.resolve("d").resolve("part0"));
        for (String each : List.of("part5", "part6")) {
            Path file =
                    Files.createDirectories(folder.resolve("e").resolve(each)).resolve("signal-1.csv.gz");
            Files.write(file, new byte[1000]);
        }
        retention.begin(folder.resolve("e").resolve("part6"));
        assertThat(names(folder)).containsExactly("e");
    }

    /** What cannot be looked through or deleted delays no log. */
    @Test
    void retentionNeverFails() throws IOException {
        Path file = Files.createFile(folder.resolve("logs"));
        new Retention(new EventLogLimits(file, 45, 10, 1))
                .begin(file.resolve("d").resolve("0"));
        Path inner =
                Files.createDirectories(folder.resolve("d").resolve("part0").resolve("inner"));
        Files.createFile(inner.resolve("kept"));
        Files.write(
                Files.createDirectories(folder.resolve("d").resolve("part1")).resolve("a"), new byte[99_999]);
        new Retention(limits(45, 1)).begin(folder.resolve("d").resolve("part2"));
        assertThat(names(folder.resolve("d"))).containsExactly("part0");
    }

    @Test
    void aPartEndsByItsSizeSoThatTheBoundHolds() throws IOException {
        UUID id = UUID.randomUUID();
        long most = 6000;
        try (LogParts parts = new LogParts(SIGNALS, ORIGIN, id.toString(), new Retention(limits(3600, most)))) {
            for (int until = 1; until <= END; until++) {
                parts.add(step(until));
                assertThat(bytes()).isLessThan(most + 2000);
            }
        }
        List<EventLog> kept = EventLog.find(folder);
        assertThat(kept).hasSizeBetween(3, 15);
        long end = kept.get(0).header().beginTenths();
        assertThat(end).isPositive();
        for (EventLog log : kept) {
            assertThat(log.header().beginTenths()).isEqualTo(end);
            end = log.header().endTenths();
        }
        assertThat(end).isEqualTo(END * 10L);
    }

    private long bytes() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> inside = Files.list(of)) {
            return inside.map(path -> path.getFileName().toString()).toList();
        }
    }

    private LiveEventLog log(UUID id, LongConsumer lost) {
        return new LiveEventLog(id, SIGNALS, ORIGIN, retention(), lost);
    }

    private Retention retention() {
        return new Retention(limits(3600, 1 << 20));
    }

    @Test
    void afterAnErrorAllSinceTheLastFlushIsLost() throws IOException {
        UUID id = UUID.randomUUID();
        AtomicLong lost = new AtomicLong();
        try (LiveEventLog log = log(id, lost::addAndGet)) {
            for (int until = 1; until <= 45; until++) {
                log.offer(step(until));
            }
            Path part = folder.resolve(id.toString()).resolve("0000000000");
            await().until(() -> Files.exists(part.resolve("log.json"))
                    && EventLog.open(part).header().endTenths() > 390);
            Files.delete(part.resolve(SITE.file()));
            for (int until = 46; until <= 60; until++) {
                log.offer(step(until));
            }
        }
        // readable up to 40 s; the flush at 52 s fails, and the log is tried again a minute later
        assertThat(lost).hasValue(60 - 40);
    }

    @Test
    void whatIsLeftWhenTheLogEndsIsLost() throws Exception {
        UUID id = UUID.randomUUID();
        Files.createFile(folder.resolve(id.toString()));
        AtomicLong lost = new AtomicLong();
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        Thread drive = Thread.currentThread();
        LongConsumer count = seconds -> {
            lost.addAndGet(seconds);
            if (Thread.currentThread() != drive) {
                stuck.countDown();
                awaitQuietly(slow);
            }
        };
        try (LiveEventLog log = new LiveEventLog(id, SIGNALS, ORIGIN, retention(), count, Duration.ofMillis(100))) {
            log.offer(step(1));
            stuck.await();
            for (int until = 2; until <= 9; until++) {
                log.offer(step(until));
            }
        }
        assertThat(lost).hasValue(9);
        slow.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void secondsAreCountedWholeWhateverTheStep() {
        AtomicLong lost = new AtomicLong();
        LostSeconds seconds = new LostSeconds(lost::addAndGet);
        for (int step = 0; step < 25; step++) {
            seconds.add(0.1);
        }
        assertThat(lost).hasValue(2);
        seconds.add(0.5);
        assertThat(lost).hasValue(3);
    }

    @Test
    void aSimulationWhosePassagesCannotBeWatchedLosesAllItsSteps() {
        double[] lost = {0};
        TrafficSimulation logged = new LoggedSimulation(
                new Unwatchable(),
                WatchedPlaces.NONE,
                step -> {
                    throw new AssertionError("nothing can be logged");
                },
                seconds -> lost[0] += seconds);
        logged.subscribe(SubscriptionSpec.ofVehicles(List.of()));
        logged.advance(Map.of(), 5);
        logged.advance(Map.of(), 7);
        assertThat(lost[0]).isEqualTo(7);
    }

    /** A simulator that does not tell passages: {@link TrafficSimulation#watch} is as the interface has it. */
    private static final class Unwatchable implements TrafficSimulation {
        private static Readings at(double seconds) {
            return new Readings(
                    seconds,
                    new int[2][0],
                    new int[2][0],
                    new double[0],
                    List.of(),
                    new TrafficCounts(0, 0, 0, 0, 0, 0));
        }

        @Override
        public String version() {
            return "blind";
        }

        @Override
        public List<TrafficLight> lights() {
            return List.of();
        }

        @Override
        public Readings subscribe(SubscriptionSpec spec) {
            return at(0);
        }

        @Override
        public Readings advance(Commands commands, double untilSeconds) {
            return at(untilSeconds);
        }

        @Override
        public void resumeProgram(String light, String program) {}

        @Override
        public TripStatistics finish() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
