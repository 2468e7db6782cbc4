package io.clearway.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.simulation.RoadMap.Point;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Access;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Path;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.RoadUser;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.MovementTiming.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two roads that cross, 0 from the west at 20 m/s and 1 from the north at 13.89 m/s, a crossing of 12.8 m over the road
 * to the east, 2, and an index that controls nothing, 3.
 */
class TimingSheetsTest {
    private static final Access UNSTATED = Access.UNSTATED;
    private static final Access CARS_ONLY = new Access(Set.of(RoadUser.CARS), true);
    private static final Access WITH_BICYCLES = new Access(Set.of(RoadUser.CARS, RoadUser.BICYCLES), true);
    private static final Access WITH_TRAMS = new Access(Set.of(RoadUser.CARS, RoadUser.TRAMS), true);

    private final TimingSheets sheets = sheets("GrrO 30", "yrrO 3", "rrrO 1", "rGGO 20", "ryrO 4", "rrrO 2");

    @Test
    void standardTimesAreTheLongerOfTheOwnersAndTheFormulas() {
        SignalTiming timing = sheets.standard(TimingProfile.STANDARD).of("J");
        assertThat(timing.movements())
                .containsExactly(
                        new MovementTiming(Kind.VEHICLES, 5, 5, 120),
                        new MovementTiming(Kind.VEHICLES, 4, 5, 120),
                        new MovementTiming(Kind.PEDESTRIANS, 0, 7, 120),
                        new MovementTiming(Kind.NONE, 0, 0, 0));
        // 3 + (20 + 6) / 10 - 20 / 11.11 is less than yellow; the owner has 6 s from 1 to 0, and from the walk too;
        // 3 + (30 + 6) / 10 to the walk; 12.8 / 1.2 from it
        assertThat(timing.intergreens().entries())
                .containsExactly(
                        new Intergreens.Entry(0, 1, 5),
                        new Intergreens.Entry(0, 2, 7),
                        new Intergreens.Entry(1, 0, 6),
                        new Intergreens.Entry(2, 0, 11));
    }

    @Test
    void ownersTimesAreThoseOfTheProgramWhereItHasSome() {
        SignalTiming timing = sheets.standard(TimingProfile.OWNER).of("J");
        assertThat(timing.movements()).extracting(MovementTiming::yellowSeconds).containsExactly(3, 4, 0, 0);
        assertThat(timing.intergreens().entries())
                .containsExactly(
                        new Intergreens.Entry(0, 1, 4),
                        new Intergreens.Entry(0, 2, 4),
                        new Intergreens.Entry(1, 0, 6),
                        new Intergreens.Entry(2, 0, 6));
    }

    @Test
    void standardTimesAreNeverShorterThanTheOwners() {
        for (TimingSheets each : List.of(sheets, sheets("GrrO 9", "yrrO 8", "rrrO 9", "rGGO 4", "ryrO 7", "rrrO 9"))) {
            SignalTiming owner = each.standard(TimingProfile.OWNER).of("J");
            SignalTiming standard = each.standard(TimingProfile.STANDARD).of("J");
            assertThat(owner.intergreens().entries())
                    .hasSize(4)
                    .allSatisfy(entry -> assertThat(standard.intergreens().seconds(entry.ending(), entry.beginning()))
                            .isGreaterThanOrEqualTo(entry.seconds()));
            for (int index = 0; index < owner.size(); index++) {
                assertThat(standard.movements().get(index).yellowSeconds())
                        .isGreaterThanOrEqualTo(owner.movements().get(index).yellowSeconds());
            }
        }
    }

    @Test
    void aProgramWithoutYellowOrChangeIsTimedByTheFormulas() {
        SignalTiming timing =
                sheets("GrrO 30", "rrGO 20").standard(TimingProfile.OWNER).of("J");
        assertThat(timing.movements()).extracting(MovementTiming::yellowSeconds).containsExactly(5, 3, 0, 0);
        assertThat(timing.intergreens().seconds(0, 1)).isEqualTo(5);
        // 3 + (20 + 6) / 10 - 20 / 11.11
        assertThat(timing.intergreens().seconds(1, 0)).isEqualTo(4);
    }

    @Test
    void aGreenShorterThanUsualIsTheOwnersAndALongCycleGivesALongerRed() {
        SignalTiming timing = sheets("GrrO 4", "yrrO 3", "rGGO 150", "ryrO 3")
                .standard(TimingProfile.STANDARD)
                .of("J");
        assertThat(timing.movements())
                .extracting(MovementTiming::minimumGreenSeconds)
                .containsExactly(4, 5, 7, 0);
        assertThat(timing.movements())
                .extracting(MovementTiming::maximumRedSeconds)
                .containsExactly(160, 160, 160, 0);
        assertThat(timing.withMaximumRed(90).movements())
                .extracting(MovementTiming::maximumRedSeconds)
                .containsExactly(90, 90, 90, 0);
    }

    @Test
    void aLongWaitForAStageIsNoClearance() {
        SignalTiming timing = sheets("GrrO 30", "yrrO 3", "rrrO 40", "rGGO 20", "ryrO 3")
                .standard(TimingProfile.OWNER)
                .of("J");
        assertThat(timing.intergreens().seconds(0, 1)).isEqualTo(4);
    }

    @Test
    void thePapersTimesAreUniform() {
        TimingSheet paper = sheets.paper(2, 2);
        assertThat(paper.profile()).isEqualTo(TimingProfile.PAPER);
        assertThat(paper.of("J").movements())
                .containsExactly(
                        new MovementTiming(Kind.VEHICLES, 2, 0, 0),
                        new MovementTiming(Kind.VEHICLES, 2, 0, 0),
                        new MovementTiming(Kind.PEDESTRIANS, 0, 0, 0),
                        new MovementTiming(Kind.NONE, 0, 0, 0));
        assertThat(paper.of("J").intergreens().entries())
                .hasSize(4)
                .extracting(Intergreens.Entry::seconds)
                .containsOnly(2);
    }

    @Test
    void aSignalThatASheetLacksIsNamed() {
        assertThatThrownBy(() -> sheets.paper(2, 2).of("K"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'K'");
    }

    @Test
    void whoeverIsSlowestCountsWhereTheNetworkSaysWhoMayUseAMovement() {
        // after 0: 3 + (20 + 6) / 10 - 20 / 11.11 = 3.8; bicycles 1 + 20 / 4 - 1.8 = 4.2;
        // trams 20 / 2.8 + (20 + 15) / 10 - 1.8 = 8.8; to the walk bicycles 1 + 30 / 4 = 8.5
        assertThat(afterWest(CARS_ONLY, UNSTATED)).containsExactly(5, 7);
        assertThat(afterWest(UNSTATED, UNSTATED)).containsExactly(5, 7);
        assertThat(afterWest(WITH_BICYCLES, UNSTATED)).containsExactly(5, 9);
        assertThat(afterWest(UNSTATED, WITH_BICYCLES)).containsExactly(5, 9);
        assertThat(afterWest(WITH_BICYCLES, CARS_ONLY)).containsExactly(5, 7);
        // 20 / 2.8 + (30 + 15) / 10 = 11.6 to the walk
        assertThat(afterWest(WITH_TRAMS, UNSTATED)).containsExactly(9, 12);
    }

    /** Seconds from 0 to 1 and to the walk, by who may use its lanes. */
    private static List<Integer> afterWest(Access before, Access behind) {
        List<Road> roads = List.of(
                road(new Lane("west_0", "west", 0, 100, 20, before, 0)),
                road(new Lane("east_0", "east", 0, 100, 20, behind, 0)),
                road("north", 13.89));
        Intergreens intergreens = sheets(roads, "GrrO 30", "rGGO 20")
                .standard(TimingProfile.STANDARD)
                .of("J")
                .intergreens();
        return List.of(intergreens.seconds(0, 1), intergreens.seconds(0, 2));
    }

    @Test
    void anApproachDownhillHasALongerYellow() {
        Lane downhill = new Lane("north_0", "north", 0, 100, 13.89, UNSTATED, -0.05);
        SignalTiming timing = sheets(List.of(road("west", 13.89), road(downhill)), "GrrO 30", "rGGO 20")
                .standard(TimingProfile.STANDARD)
                .of("J");
        assertThat(timing.movements()).extracting(MovementTiming::yellowSeconds).containsExactly(3, 4, 0, 0);
    }

    private static TimingSheets sheets(String... steps) {
        return sheets(List.of(road("west", 20), road("north", 13.89)), steps);
    }

    private static TimingSheets sheets(List<Road> roads, String... steps) {
        Link through = link(0, "west_0", "east_0", List.of(1, 2), false, new Point(0, 0), new Point(30, 0));
        Link across = link(1, "north_0", "south_0", List.of(0), false, new Point(20, 20), new Point(20, -15));
        Link walk = link(2, ":J_w0_0", ":J_c0_0", List.of(0), true, new Point(30, 6.4), new Point(30, -6.4));
        List<ProgramPhase> phases = Stream.of(steps)
                .map(step -> step.split(" "))
                .map(parts -> new ProgramPhase(Double.parseDouble(parts[1]), parts[0]))
                .toList();
        TrafficLight light =
                new TrafficLight("J", List.of(through, across, walk), List.of(new Program("0", "static", 0, phases)));
        return new TimingSheets(new RoadNetwork(roads, List.of(), List.of(light)));
    }

    private static Road road(String id, double speed) {
        return road(new Lane(id + "_0", id, 0, 100, speed));
    }

    private static Road road(Lane lane) {
        return new Road(lane.road(), false, lane.road(), "J", List.of(lane));
    }

    private static Link link(int index, String from, String to, List<Integer> foes, boolean crossing, Point... shape) {
        double length = Math.hypot(shape[1].xMeters() - shape[0].xMeters(), shape[1].yMeters() - shape[0].yMeters());
        return new Link(
                index,
                from,
                to,
                's',
                foes,
                List.of(),
                new Path(crossing, length, crossing ? 1.2 : 13.89, List.of(shape)));
    }
}
