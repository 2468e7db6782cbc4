package io.clearway.events.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.events.DetectorKind;
import io.clearway.events.EventCode;
import io.clearway.events.EventLog;
import io.clearway.events.EventLogWriter;
import io.clearway.events.LogHeader;
import io.clearway.events.SignalSite;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.passages.LanePlace;
import io.clearway.simulation.passages.LoopPassage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signal with a road from the north (straight on and left, always together) and one from the west. */
class EventRecorderTest {
    private static final TrafficLight LIGHT = new TrafficLight(
            "A",
            List.of(
                    new Link(0, "n_0", "s_0", 's', List.of(2), List.of()),
                    new Link(1, "n_0", "e_0", 'l', List.of(2), List.of()),
                    new Link(2, "w_0", "e_0", 's', List.of(0, 1), List.of())),
            List.of());
    private static final RoadNetwork ROADS = new RoadNetwork(
            List.of(road("n", 200), road("w", 10), road("s", 50), road("e", 50)), List.of(), List.of(LIGHT));
    private static final SignalSite SITE = new SignalSites(ROADS).describe(0, LIGHT, List.of("GGr", "rrG"));

    @TempDir
    Path folder;

    private static Road road(String id, double meters) {
        return new Road(id, false, id, "A", List.of(new Lane(id + "_0", id, 0, meters, 10)));
    }

    @Test
    void movementsOfAnApproachThatAreGreenTogetherAreAPhase() {
        assertThat(SITE.phases())
                .containsExactly(
                        new SignalSite.Phase(1, "n", "ls", List.of(0, 1), List.of(0), false),
                        new SignalSite.Phase(2, "w", "s", List.of(2), List.of(1), false));
    }

    @Test
    void eachLaneHasThreeDetectorsThatFitOnIt() {
        assertThat(SITE.detectors(1, DetectorKind.ADVANCE)).singleElement().satisfies(detector -> {
            assertThat(detector.reach()).isEqualTo(new SignalSite.Reach(100, 0, 100));
            assertThat(detector.lane()).isEqualTo(new SignalSite.Lane("n_0", "ls", false));
        });
        assertThat(SITE.detectors(2, DetectorKind.PRESENCE))
                .singleElement()
                .satisfies(detector -> assertThat(detector.reach()).isEqualTo(new SignalSite.Reach(9, 9, 9)));
        assertThat(new SignalSites(ROADS).places(List.of(SITE)).lanes())
                .extracting(LanePlace::lane)
                .containsExactly("n_0", "n_0", "n_0", "w_0", "w_0", "w_0");
    }

    @Test
    void lanesThatPhasesShareBelongToTheOneThatGoesStraightOn() {
        // the left turn has a stage of its own
        SignalSite site = new SignalSites(ROADS).describe(0, LIGHT, List.of("Grr", "rGr", "rrG"));
        assertThat(site.phases()).extracting(SignalSite.Phase::movements).containsExactly("s", "l", "s");
        assertThat(site.detectors())
                .filteredOn(detector -> detector.lane().id().equals("n_0"))
                .allSatisfy(detector -> {
                    assertThat(detector.phase()).isEqualTo(1);
                    assertThat(detector.lane().shared()).isTrue();
                });
    }

    @Test
    void greensYellowsAndRedsAreEventsInOrder() {
        assertThat(record(recorder -> {
                    recorder.show(0, 0, "GGr");
                    recorder.show(0, 100, "GGr");
                    recorder.show(0, 200, "yyr");
                    recorder.show(0, 230, "rrr");
                    recorder.show(0, 250, "rrG");
                    recorder.show(0, 400, "rry");
                    recorder.show(0, 430, "GGr");
                    recorder.show(0, 500, "rrG");
                }))
                .containsExactly(
                        "0 0 1",
                        "0 1 1", // green at the beginning
                        "200 6 1",
                        "200 7 1",
                        "200 8 1", // yellow
                        "230 9 1",
                        "230 10 1", // red clearance
                        "250 11 1",
                        "250 12 1",
                        "250 0 2",
                        "250 1 2",
                        "400 6 2",
                        "400 7 2",
                        "400 8 2",
                        "430 9 2",
                        "430 12 2",
                        "430 0 1",
                        "430 1 1", // no red clearance
                        "500 6 1",
                        "500 7 1",
                        "500 8 1",
                        "500 9 1",
                        "500 12 1",
                        "500 0 2",
                        "500 1 2"); // no yellow
    }

    @Test
    void aPhaseThatEndsWhileAnotherStaysGreenHasNoRedClearance() {
        // the left turn ends first, its lane goes on straight
        SignalSite site = new SignalSites(ROADS).describe(0, LIGHT, List.of("Grr", "rGr", "rrG"));
        List<String> rows = new ArrayList<>();
        PhaseRecorder recorder = new PhaseRecorder(site, Termination.FORCE_OFF);
        recorder.show(0, "GGr", event -> {});
        recorder.show(200, "Gyr", event -> {});
        recorder.show(
                230, "Grr", event -> rows.add("%d %d %d".formatted(event.tenths(), event.code(), event.parameter())));
        assertThat(rows).containsExactly("230 9 2", "230 12 2");
        rows.clear();
        recorder.show(400, "yrr", event -> {});
        recorder.show(430, "rrr", event -> rows.add(event.code() + " " + event.parameter()));
        recorder.show(450, "rrG", event -> rows.add(event.code() + " " + event.parameter()));
        assertThat(rows).containsExactly("9 1", "10 1", "11 1", "12 1", "0 3", "1 3");
    }

    @Test
    void aGreenEndsForTheReasonThatItsProgramHas() {
        Termination actuated = (state, tenths) -> tenths >= 300 ? EventCode.PHASE_MAX_OUT : EventCode.PHASE_GAP_OUT;
        List<String> rows = new ArrayList<>();
        PhaseRecorder recorder = new PhaseRecorder(SITE, actuated);
        recorder.show(0, "GGr", event -> {});
        recorder.show(299, "yyr", event -> rows.add(event.code() + " " + event.parameter()));
        recorder.show(330, "rrG", event -> {});
        recorder.show(630, "rry", event -> rows.add(event.code() + " " + event.parameter()));
        assertThat(rows).containsExactly("4 1", "7 1", "8 1", "5 2", "7 2", "8 2");
    }

    @Test
    void aZoneIsOccupiedFromItsFirstVehiclesFrontToItsLastOnesRear() {
        assertThat(record(recorder -> {
                    pass(recorder, 1.0, 1, "a", true);
                    pass(recorder, 1.5, 1, "a", false);
                    pass(recorder, 2.0, 1, "b", true);
                    // the same step, out of order
                    pass(recorder, 3.9, 2, "b", true);
                    pass(recorder, 3.8, 2, "a", false);
                    pass(recorder, 3.3, 2, "a", true);
                    pass(recorder, 4.4, 2, "b", false);
                }))
                .containsExactly(
                        "10 82 2", "10 43 1", "33 82 3", "38 81 3", "39 82 3", "44 81 3", "44 81 2", "44 44 1");
    }

    @Test
    void whoVanishesFromAZoneDoesNotOccupyItForEver() {
        assertThat(record(recorder -> {
                    pass(recorder, 1, 1, "teleported", true);
                    pass(recorder, 20, 1, "b", true);
                    pass(recorder, 22, 2, "b", true);
                    pass(recorder, 23, 2, "b", false);
                    // came from another lane, behind the zone's beginning
                    pass(recorder, 30, 2, "c", true);
                    pass(recorder, 31, 2, "c", false);
                }))
                .containsExactly(
                        "10 82 2",
                        "10 43 1",
                        "220 82 3",
                        "230 81 3",
                        "230 81 2",
                        "230 44 1",
                        "300 82 3",
                        "300 82 2",
                        "300 43 1",
                        "310 81 3",
                        "310 81 2",
                        "310 44 1");
    }

    @Test
    void signalsComeBeforeDetectorsOfTheSameMoment() {
        assertThat(record(recorder -> {
                    recorder.show(0, 0, "rrG");
                    recorder.show(0, 50, "GGr");
                    pass(recorder, 4.99, 0, "a", true);
                    pass(recorder, 5.0, 0, "a", false);
                    pass(recorder, 9.0, 0, "b", true);
                }))
                .containsSubsequence("0 1 2", "49 82 1", "50 1 1", "50 81 1", "90 82 1");
    }

    private static void pass(EventRecorder recorder, double seconds, int loop, String vehicle, boolean enters) {
        recorder.passed(new LoopPassage(seconds, loop, vehicle, enters));
    }

    /** The rows of the log as tenths, code and parameter. */
    private List<String> record(java.util.function.Consumer<EventRecorder> play) {
        EventLogWriter writer = new EventLogWriter(folder, List.of(SITE));
        try (EventRecorder recorder = new EventRecorder(List.of(SITE), List.of(Termination.FORCE_OFF), writer)) {
            play.accept(recorder);
            recorder.complete(new LogHeader.Origin("town", "rule", 7), 0, 1000);
        }
        List<String> rows = new ArrayList<>();
        EventLog.open(folder)
                .read(SITE, event -> rows.add("%d %d %d".formatted(event.tenths(), event.code(), event.parameter())));
        return rows;
    }
}
