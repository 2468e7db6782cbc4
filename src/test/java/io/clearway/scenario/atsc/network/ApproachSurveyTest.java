package io.clearway.scenario.atsc.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A street a → b → stop → (signal) → exit, whose last part is 30 m long and has a second lane for left turns. */
class ApproachSurveyTest {
    private final List<Road> roads = new ArrayList<>();
    private final Map<String, List<String>> onward = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<TrafficLight> others = new ArrayList<>();

    @BeforeEach
    void build() {
        road("a", "start", "one", 300, 1);
        road("b", "one", "two", 80, 1);
        road("stop", "two", "signal", 30, 2);
        road("exit", "signal", "end", 100, 1);
        road("back", "signal", "two", 30, 1);
        lead("a_0", "b_0");
        lead("b_0", "stop_0", "stop_1");
        lead("stop_0", "exit_0");
        lead("stop_1", "exit_0");
        links.add(new Link(0, "stop_0", "exit_0", 's', List.of(), List.of()));
        links.add(new Link(1, "stop_1", "exit_0", 'l', List.of(), List.of()));
    }

    private void road(String id, String from, String to, double meters, int lanes) {
        List<Lane> all = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            all.add(new Lane(id + "_" + lane, id, lane, meters, 13.9));
        }
        roads.add(new Road(id, false, from, to, all));
    }

    private void lead(String from, String... to) {
        onward.put(from, List.of(to));
    }

    private SortedMap<String, List<String>> upstream() {
        TrafficLight light = new TrafficLight("signal", links, List.of());
        List<TrafficLight> lights = new ArrayList<>(others);
        lights.add(light);
        return new ApproachSurvey(new RoadNetwork(roads, List.of(), lights, onward)).upstream(light);
    }

    @Test
    void aShortLaneIsFollowedFor200Meters() {
        assertThat(upstream())
                .containsOnlyKeys("stop_0", "stop_1")
                .containsEntry("stop_0", List.of("b_0", "a_0"))
                .containsEntry("stop_1", List.of("b_0", "a_0"));
    }

    @Test
    void aLongLaneIsNotFollowed() {
        roads.removeIf(road -> road.id().equals("stop"));
        road("stop", "two", "signal", 200, 2);
        assertThat(upstream()).isEmpty();
    }

    @Test
    void aSignalEndsAnApproach() {
        others.add(new TrafficLight(
                "before", List.of(new Link(0, "b_0", "stop_0", 's', List.of(), List.of())), List.of()));
        assertThat(upstream()).isEmpty();
    }

    @Test
    void whereTrafficBranchesOrMergesAnApproachEnds() {
        road("side", "one", "elsewhere", 100, 1);
        lead("a_0", "b_0", "side_0");
        assertThat(upstream()).containsEntry("stop_0", List.of("b_0"));
        lead("a_0", "b_0");
        road("feeder", "elsewhere", "one", 100, 1);
        lead("feeder_0", "b_0");
        assertThat(upstream()).containsEntry("stop_0", List.of("b_0"));
    }

    @Test
    void turningRoundIsNoBranch() {
        road("reverse", "two", "one", 80, 1);
        lead("b_0", "stop_0", "stop_1", "reverse_0");
        lead("back_0", "stop_0", "reverse_0");
        assertThat(upstream()).containsEntry("stop_0", List.of("b_0", "a_0"));
    }

    @Test
    void aReverseRoadIsNoPartOfAnApproach() {
        roads.removeIf(road -> road.id().equals("a") || road.id().equals("b"));
        road("b", "one", "two", 10, 1);
        road("a", "two", "one", 10, 1);
        lead("a_0", "b_0");
        lead("b_0", "stop_0", "a_0");
        assertThat(upstream().get("stop_0")).containsExactly("b_0");
    }
}
