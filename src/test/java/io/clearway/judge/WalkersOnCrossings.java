package io.clearway.judge;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Persons on crossings while vehicles that drive over them have priority green. SUMO writes the persons' positions, on
 * the crossings only: its {@code --fcd-output} with a filter of edges.
 *
 * @param passages persons that walked over a crossing under a light, each time counted
 * @param endangered passages with a second in which a foe showed G that the network's own program does not show
 *     together with the walk
 * @param seconds of persons on crossings
 * @param endangeredSeconds of these, those with such a foe
 */
public record WalkersOnCrossings(int passages, int endangered, int seconds, int endangeredSeconds) {
    /** A crossing under a light. */
    private record Crossing(JudgedLight light, int index) {}

    /** The filter for SUMO: all crossings under lights. */
    static String filter(NetworkConflicts network) {
        return crossings(network).keySet().stream()
                .sorted()
                .map(edge -> "edge:" + edge)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Arguments of SUMO that write the positions. */
    static List<String> arguments(Path filter, Path positions) {
        return List.of("--fcd-output", positions.toString(), "--fcd-output.filter-edges.input-file", filter.toString());
    }

    /** Counts what SUMO wrote. */
    public static WalkersOnCrossings count(NetworkConflicts network, SignalLog log, Path positions) {
        Counter counter = new Counter(crossings(network), log);
        XmlRows.read(positions, counter::accept);
        return new WalkersOnCrossings(
                counter.passages.size(), counter.endangered.size(), counter.seconds, counter.endangeredSeconds);
    }

    private static Map<String, Crossing> crossings(NetworkConflicts network) {
        Map<String, Crossing> crossings = new HashMap<>();
        for (String id : network.lights()) {
            JudgedLight light = network.light(id);
            for (int i = 0; i < light.size(); i++) {
                for (JudgedLink link : light.links(i)) {
                    if (link.isCrossing()) {
                        String edge = link.to().substring(0, link.to().lastIndexOf('_'));
                        crossings.put(edge, new Crossing(light, i));
                    }
                }
            }
        }
        return crossings;
    }

    /** Goes through the positions second by second. */
    private static final class Counter {
        private final Map<String, Crossing> crossings;
        private final SignalLog log;
        private final Map<Crossing, OwnerProgram> owners = new HashMap<>();
        private final Set<String> passages = new HashSet<>();
        private final Set<String> endangered = new HashSet<>();
        private int seconds;
        private int endangeredSeconds;
        private double now;

        Counter(Map<String, Crossing> crossings, SignalLog log) {
            this.crossings = crossings;
            this.log = log;
        }

        void accept(String element, Map<String, String> attributes) {
            if (element.equals("timestep")) {
                now = Double.parseDouble(Objects.requireNonNull(attributes.get("time")));
            } else if (element.equals("person")) {
                String edge = Objects.requireNonNull(attributes.get("edge"));
                Crossing crossing = crossings.get(edge);
                if (crossing != null) {
                    // nobody walks over the same crossing twice
                    String passage = attributes.get("id") + " on " + edge;
                    passages.add(passage);
                    seconds++;
                    if (isEndangered(crossing)) {
                        endangered.add(passage);
                        endangeredSeconds++;
                    }
                }
            }
        }

        private boolean isEndangered(Crossing crossing) {
            JudgedLight light = crossing.light();
            OwnerProgram owner = owners.computeIfAbsent(crossing, walk -> new OwnerProgram(light));
            String state = log.stateAt(light.id(), now);
            return light.foes(crossing.index()).stream()
                    .anyMatch(foe -> foe < state.length()
                            && state.charAt(foe) == 'G'
                            && !owner.shows(crossing.index(), 'G', foe, 'G'));
        }
    }
}
