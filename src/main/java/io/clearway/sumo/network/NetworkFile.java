package io.clearway.sumo.network;

import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Junction;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.sumo.network.RightOfWay.Connection;
import io.clearway.sumo.xml.XmlElements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reader of SUMO's network files ({@code .net.xml}). */
final class NetworkFile {
    private static final Set<String> INSIDE_JUNCTIONS = Set.of("internal", "crossing", "walkingarea");
    private static final char UNKNOWN_DIRECTION = '?';
    private final XmlElements elements;
    private final List<Road> roads = new ArrayList<>();
    private final List<Junction> junctions = new ArrayList<>();
    private final Map<String, List<ProgramBuilder>> programs = new LinkedHashMap<>();
    private final Set<String> railways = new HashSet<>();
    private final RightOfWay rightOfWay = new RightOfWay();
    private RoadBuilder road = new RoadBuilder("", false, "", "", List.of());
    private @Nullable ProgramBuilder program;

    private NetworkFile(XmlElements elements) {
        this.elements = elements;
    }

    /** Reads the file; the exception for one that is not a network, truncated or inconsistent names file and line. */
    static RoadNetwork read(Path file) {
        try (XmlElements elements = XmlElements.open(file)) {
            elements.root("net", "SUMO network");
            return new NetworkFile(elements).read();
        }
    }

    private RoadNetwork read() {
        while (elements.next()) {
            if (!elements.name().equals("phase") && !elements.name().equals("param")) {
                program = elements.name().equals("tlLogic") ? addProgram() : null;
            }
            switch (elements.name()) {
                case "edge" -> readEdge();
                case "lane" -> road.lanes().add(readLane());
                case "phase" -> readPhase();
                case "param" -> readParameter();
                case "junction" -> readJunction();
                case "request" -> rightOfWay.request(elements);
                case "connection" -> readConnection();
                default -> {
                    // shapes, parameters and others
                }
            }
        }
        addRoad();
        return new RoadNetwork(roads, junctions, lights(), rightOfWay.onward());
    }

    private void readEdge() {
        addRoad();
        String function = elements.text("function", "normal");
        boolean internal = INSIDE_JUNCTIONS.contains(function);
        rightOfWay.road(elements.text("id"), function);
        road = new RoadBuilder(
                elements.text("id"),
                internal,
                internal ? "" : elements.text("from"),
                internal ? "" : elements.text("to"),
                new ArrayList<>());
    }

    private void addRoad() {
        if (!road.id().isEmpty()) {
            roads.add(new Road(road.id(), road.internal(), road.from(), road.to(), road.lanes()));
        }
    }

    private Lane readLane() {
        if (road.id().isEmpty()) {
            throw elements.error("has a <lane> outside of an <edge>");
        }
        if (road.internal() && !elements.text("shape", "").isBlank()) {
            rightOfWay.innerLane(
                    elements.text("id"),
                    elements.number("length"),
                    elements.number("speed"),
                    LaneShapes.line(elements));
        }
        return new Lane(
                elements.text("id"),
                road.id(),
                elements.integer("index"),
                elements.number("length"),
                elements.number("speed"),
                VehicleClasses.access(elements.text("allow", ""), elements.text("disallow", "")),
                road.internal() ? 0 : LaneGrade.of(elements));
    }

    private ProgramBuilder addProgram() {
        ProgramBuilder added = new ProgramBuilder(elements);
        programs.computeIfAbsent(elements.text("id"), id -> new ArrayList<>()).add(added);
        return added;
    }

    private void readPhase() {
        if (program == null) {
            throw elements.error("has a <phase> outside of a <tlLogic>");
        }
        program.addPhase(elements);
    }

    private void readParameter() {
        if (program != null) {
            program.addParameter(elements);
        }
    }

    private void readJunction() {
        String type = elements.text("type");
        if (type.startsWith("rail_")) {
            railways.add(elements.text("id"));
        }
        if (!type.equals("internal")) {
            junctions.add(new Junction(elements.text("id"), type, elements.number("x"), elements.number("y")));
            rightOfWay.junction(elements.text("id"), elements.text("incLanes", ""));
        }
    }

    private void readConnection() {
        String direction = elements.text("dir", "");
        String light = elements.text("tl", "");
        rightOfWay.connection(new Connection(
                elements.text("from") + "_" + elements.text("fromLane"),
                elements.text("to") + "_" + elements.text("toLane"),
                elements.text("via", ""),
                light,
                light.isEmpty() ? -1 : elements.integer("linkIndex"),
                direction.length() == 1 ? direction.charAt(0) : UNKNOWN_DIRECTION));
    }

    private List<TrafficLight> lights() {
        Map<String, List<Link>> links = rightOfWay.links(elements);
        for (String light : links.keySet()) {
            // railway signals work without a program
            if (!programs.containsKey(light) && !railways.contains(light)) {
                throw elements.error("has connections of a traffic light '%s' without a <tlLogic>".formatted(light));
            }
        }
        List<TrafficLight> lights = new ArrayList<>();
        programs.forEach((id, builders) ->
                lights.add(new TrafficLight(id, links.getOrDefault(id, List.of()), finish(id, builders))));
        return lights;
    }

    /** SUMO runs the program that the file gives last. */
    private List<Program> finish(String light, List<ProgramBuilder> builders) {
        List<Program> finished = new ArrayList<>();
        for (ProgramBuilder builder : builders) {
            finished.add(0, builder.build(elements, light));
        }
        return finished;
    }

    private record RoadBuilder(String id, boolean internal, String from, String to, List<Lane> lanes) {}
}
