package io.clearway.deployments.web;

import io.clearway.deployments.Bindings;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveScenario;
import io.clearway.setting.Settings;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.RoadMap;
import io.clearway.simulation.RoadMap.LaneShape;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.TrafficSimulator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Geometry of a scenario's network, on which frames of its traffic are drawn. */
@RestController
@Tag(name = "Deployments")
class MapController {
    private static final int DECIMETERS = 10;

    private final Bindings bindings;
    private final TrafficSimulator simulator;

    MapController(Bindings bindings, TrafficSimulator simulator) {
        this.bindings = bindings;
        this.simulator = simulator;
    }

    /**
     * A network; all lengths are in decimeters.
     *
     * @param lanes for each lane: 1 when it lies inside a junction or else 0, its width, then x and y of each point
     * @param signals the scenario's signals, in the order of its frames' lights
     * @param watched lanes, by index in {@code lanes}, that the queues of frames count through; −1 where the map has no
     *     such lane
     */
    record MapView(String scenario, List<List<Integer>> lanes, List<SignalView> signals, List<Integer> watched) {}

    /**
     * A signal.
     *
     * @param stops by signal index the lane whose end it holds, by index in the lanes; −1 where there is none
     */
    record SignalView(String light, List<Integer> stops) {}

    @GetMapping(path = "/api/v1/scenarios/{name}/map", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Geometry of the network of a scenario with signals",
            description = "Lanes as lines, and which lane's end each signal holds. Lengths are in decimeters.")
    ResponseEntity<MapView> map(@PathVariable String name) {
        LiveScenario scenario = bindings.scenario(name);
        CompiledNetwork network = scenario.setup(Settings.none(), 1).network();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(network.sha256())
                .body(view(name, simulator.roadMap(network), scenario.live(Settings.none())));
    }

    private static MapView view(String name, RoadMap map, LiveInterface live) {
        Map<String, Integer> indices = new HashMap<>();
        List<List<Integer>> lanes = new ArrayList<>();
        for (LaneShape lane : map.lanes()) {
            indices.put(lane.id(), lanes.size());
            lanes.add(numbers(lane));
        }
        return new MapView(
                name,
                lanes,
                live.lights().stream().map(light -> signal(light, indices)).toList(),
                live.subscriptions().lanes().stream()
                        .map(lane -> indices.getOrDefault(lane, -1))
                        .toList());
    }

    private static List<Integer> numbers(LaneShape lane) {
        return Stream.concat(
                        Stream.of(lane.internal() ? 1 : 0, decimeters(lane.widthMeters())),
                        lane.line().stream()
                                .flatMap(point -> Stream.of(decimeters(point.xMeters()), decimeters(point.yMeters()))))
                .toList();
    }

    private static SignalView signal(TrafficLight light, Map<String, Integer> indices) {
        int links = light.links().stream().mapToInt(Link::index).max().orElse(-1) + 1;
        List<Integer> stops = new ArrayList<>(Collections.nCopies(links, -1));
        for (Link link : light.links()) {
            stops.set(link.index(), indices.getOrDefault(link.fromLane(), -1));
        }
        return new SignalView(light.id(), stops);
    }

    private static int decimeters(double meters) {
        return (int) Math.round(meters * DECIMETERS);
    }
}
