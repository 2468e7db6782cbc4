package io.clearway.sumo.traci;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks a running simulation for its traffic lights, in a handful of messages. TraCI tells neither a program's offset
 * (given as 0) nor who gives way to whom (given as nobody, which is on the safe side: every foe then counts as a
 * conflict). Foes are the movements of other lanes whose paths inside the junction meet.
 */
public final class LightQuery {
    private static final Map<Integer, String> TYPES = Map.of(0, "static", 3, "actuated", 4, "delay_based", 5, "NEMA");
    private final ValueQuery query;

    public LightQuery(TraciConnection connection) {
        query = new ValueQuery(connection);
    }

    private record Movement(int index, String fromLane, String toLane, String via) {
        boolean isFoe(Movement other) {
            return index != other.index && !fromLane.equals(other.fromLane);
        }
    }

    private record Way(String toLane, String via, char direction) {}

    private record LightDraft(List<Movement> movements, List<Program> programs) {}

    public List<TrafficLight> lights() throws IOException {
        Map<String, LightDraft> drafts = new LinkedHashMap<>();
        for (String id : lightIds()) {
            drafts.put(id, new LightDraft(movements(id), programs(id)));
        }
        List<TrafficLight> lights = new ArrayList<>();
        for (Map.Entry<String, LightDraft> draft : drafts.entrySet()) {
            List<Link> links = links(draft.getValue().movements());
            lights.add(new TrafficLight(draft.getKey(), links, draft.getValue().programs()));
        }
        return lights;
    }

    private List<String> lightIds() throws IOException {
        return query.ask(Traci.LIGHT, Traci.ID_LIST, "", LightQuery::texts);
    }

    private List<Movement> movements(String light) throws IOException {
        return query.ask(Traci.LIGHT, Traci.LIGHT_LINKS, light, LightQuery::readMovements);
    }

    private static List<Movement> readMovements(TraciReply reply) throws ProtocolException {
        reply.type(Traci.COMPOUND);
        reply.integer();
        reply.type(Traci.INTEGER);
        int signals = reply.count(5);
        List<Movement> movements = new ArrayList<>();
        for (int index = 0; index < signals; index++) {
            reply.type(Traci.INTEGER);
            int links = reply.count(5);
            for (int i = 0; i < links; i++) {
                List<String> lanes = texts(reply);
                if (lanes.size() == 3) {
                    movements.add(new Movement(index, lanes.get(0), lanes.get(1), lanes.get(2)));
                }
            }
        }
        return movements;
    }

    /** All programs of a light, the running one first. */
    private List<Program> programs(String light) throws IOException {
        String running = query.ask(Traci.LIGHT, Traci.LIGHT_CURRENT_PROGRAM, light, LightQuery::text);
        List<Program> programs = query.ask(Traci.LIGHT, Traci.LIGHT_DEFINITION, light, LightQuery::readPrograms);
        programs.sort(Comparator.comparing(program -> !program.id().equals(running)));
        return programs;
    }

    private static List<Program> readPrograms(TraciReply reply) throws ProtocolException {
        reply.type(Traci.COMPOUND);
        int count = reply.count(5);
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int parts = compound(reply);
            String id = text(reply);
            int type = (int) reply.number(reply.unsignedByte());
            reply.number(reply.unsignedByte());
            List<ProgramPhase> phases = readPhases(reply);
            skip(reply, parts - 4);
            programs.add(new Program(id, TYPES.getOrDefault(type, "type " + type), 0, phases));
        }
        return programs;
    }

    private static List<ProgramPhase> readPhases(TraciReply reply) throws ProtocolException {
        int count = compound(reply);
        List<ProgramPhase> phases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int parts = compound(reply);
            double seconds = reply.number(reply.unsignedByte());
            phases.add(new ProgramPhase(seconds, text(reply)));
            skip(reply, parts - 2);
        }
        return phases;
    }

    private List<Link> links(List<Movement> movements) throws IOException {
        Map<Movement, Set<Integer>> foes = foes(movements);
        Map<String, List<Way>> ways = new LinkedHashMap<>();
        List<Link> links = new ArrayList<>();
        for (Movement movement : movements) {
            String from = movement.fromLane();
            if (!ways.containsKey(from)) {
                ways.put(from, query.ask(Traci.LANE, Traci.LANE_LINKS, from, LightQuery::readWays));
            }
            char direction = ways.getOrDefault(from, List.of()).stream()
                    .filter(way -> way.toLane().equals(movement.toLane()))
                    .map(Way::direction)
                    .findFirst()
                    .orElse('?');
            List<Integer> rivals = List.copyOf(foes.getOrDefault(movement, Set.of()));
            links.add(new Link(movement.index(), from, movement.toLane(), direction, rivals, List.of()));
        }
        return links;
    }

    private static List<Way> readWays(TraciReply reply) throws ProtocolException {
        compound(reply);
        reply.type(Traci.INTEGER);
        int count = reply.count(5);
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String toLane = text(reply);
            String via = text(reply);
            skip(reply, 3);
            text(reply);
            String direction = text(reply);
            reply.number(reply.unsignedByte());
            ways.add(new Way(toLane, via, direction.length() == 1 ? direction.charAt(0) : '?'));
        }
        return ways;
    }

    /** Which movement each lane inside the junction belongs to; one that waits inside has a second lane there. */
    private Map<String, Movement> owners(List<Movement> movements) throws IOException {
        Map<String, Movement> owners = new LinkedHashMap<>();
        for (Movement movement : movements) {
            if (!movement.via().isEmpty()) {
                owners.put(movement.via(), movement);
                for (Way way : query.ask(Traci.LANE, Traci.LANE_LINKS, movement.via(), LightQuery::readWays)) {
                    owners.put(way.via(), movement);
                }
            }
        }
        owners.remove("");
        return owners;
    }

    /** Signal indices of the movements that each movement meets. */
    private Map<Movement, Set<Integer>> foes(List<Movement> movements) throws IOException {
        Map<String, Movement> owners = owners(movements);
        Map<Movement, Set<Integer>> foes = new LinkedHashMap<>();
        movements.forEach(movement -> foes.put(movement, new TreeSet<>()));
        for (Map.Entry<String, Movement> owned : owners.entrySet()) {
            Movement movement = owned.getValue();
            List<String> lanes = new ArrayList<>(foeLanes(owned.getKey(), ""));
            if (owned.getKey().equals(movement.via())) {
                // who goes first while we wait inside: a pair of opposite left turns is told only here
                lanes.addAll(foeLanes(movement.fromLane(), movement.toLane()));
            }
            for (String lane : lanes) {
                Movement other = owners.get(lane);
                if (other != null && other.isFoe(movement)) {
                    foes.getOrDefault(movement, Set.of()).add(other.index());
                    foes.getOrDefault(other, Set.of()).add(movement.index());
                }
            }
        }
        return foes;
    }

    private List<String> foeLanes(String lane, String toLane) throws IOException {
        return query.ask(Traci.LANE, Traci.LANE_FOES, lane, toLane, LightQuery::texts);
    }

    private static int compound(TraciReply reply) throws ProtocolException {
        reply.type(Traci.COMPOUND);
        return reply.count(1);
    }

    private static String text(TraciReply reply) throws ProtocolException {
        reply.type(Traci.STRING);
        return reply.text();
    }

    private static List<String> texts(TraciReply reply) throws ProtocolException {
        reply.type(Traci.STRING_LIST);
        return reply.texts();
    }

    private static void skip(TraciReply reply, int values) throws ProtocolException {
        for (int i = 0; i < values; i++) {
            int type = reply.unsignedByte();
            if (!reply.skip(type)) {
                throw new ProtocolException("a value of unknown type 0x%02x".formatted(type));
            }
        }
    }
}
