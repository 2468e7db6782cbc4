package io.clearway.scenario.atsc.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the plain network files of grid-5x5 from its geometry; the files in the repository must equal this. */
final class Grid5x5Plan {
    private static final int SIDE = 5;
    private static final int BLOCK_METERS = 200;
    private static final int STUB_METERS = 75;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /** Compass sides of a junction, clockwise from the north, as signal indices count. */
    private static final List<Side> SIDES = List.of(new Side(0, 1), new Side(1, 0), new Side(0, -1), new Side(-1, 0));

    private record Side(int dx, int dy) {
        boolean street() {
            return dy == 0;
        }
    }

    /** The plain files by name. */
    static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put("grid-5x5.nod.xml", nodes());
        files.put("grid-5x5.edg.xml", edges());
        files.put("grid-5x5.con.xml", connections());
        files.put("grid-5x5.tll.xml", signals());
        return files;
    }

    private static String nodes() {
        var text = new StringBuilder(HEAD).append("<nodes>\n");
        for (int signal = 0; signal < SIDE * SIDE; signal++) {
            text.append("    <node id=\"nt%d\" x=\"%d\" y=\"%d\" type=\"traffic_light\"/>\n"
                    .formatted(signal + 1, BLOCK_METERS * (signal % SIDE), BLOCK_METERS * (signal / SIDE)));
        }
        for (int border = 1; border <= 4 * SIDE; border++) {
            text.append(border(border));
        }
        return text.append("</nodes>\n").toString();
    }

    private static String border(int number) {
        int place = (number - 1) % SIDE * BLOCK_METERS;
        int far = (SIDE - 1) * BLOCK_METERS;
        int[] xy = switch ((number - 1) / SIDE) {
            case 0 -> new int[] {place, -STUB_METERS};
            case 1 -> new int[] {far + STUB_METERS, place};
            case 2 -> new int[] {far - place, far + STUB_METERS};
            default -> new int[] {-STUB_METERS, far - place};
        };
        return "    <node id=\"np%d\" x=\"%d\" y=\"%d\" type=\"priority\"/>\n".formatted(number, xy[0], xy[1]);
    }

    /** Node next to a signal on one side. */
    private static String next(int signal, int side) {
        int x = signal % SIDE + SIDES.get(side).dx();
        int y = signal / SIDE + SIDES.get(side).dy();
        if (y < 0) {
            return "np" + (x + 1);
        }
        if (x >= SIDE) {
            return "np" + (SIDE + 1 + y);
        }
        if (y >= SIDE) {
            return "np" + (3 * SIDE - x);
        }
        return x < 0 ? "np" + (4 * SIDE - y) : "nt" + (y * SIDE + x + 1);
    }

    private static String into(int signal, int side) {
        return next(signal, side) + "_nt" + (signal + 1);
    }

    private static String outOf(int signal, int side) {
        return "nt" + (signal + 1) + "_" + next(signal, side);
    }

    private static String edges() {
        var text = new StringBuilder(HEAD).append("<edges>\n");
        for (int signal = 0; signal < SIDE * SIDE; signal++) {
            for (int side = 0; side < SIDES.size(); side++) {
                boolean street = SIDES.get(side).street();
                String next = next(signal, side);
                text.append(edge(outOf(signal, side), "nt" + (signal + 1), next, street));
                if (next.startsWith("np")) {
                    text.append(edge(into(signal, side), next, "nt" + (signal + 1), street));
                }
            }
        }
        return text.append("</edges>\n").toString();
    }

    private static String edge(String id, String from, String to, boolean street) {
        return "    <edge id=\"%s\" from=\"%s\" to=\"%s\" priority=\"%d\" numLanes=\"%d\" speed=\"%d\"/>\n"
                .formatted(id, from, to, street ? 2 : 1, street ? 2 : 1, street ? 20 : 11);
    }

    /** The twelve movements of a signal in the order of their indices, as the common attributes of a connection. */
    private static List<String> movements(int signal) {
        var movements = new ArrayList<String>();
        for (int side = 0; side < SIDES.size(); side++) {
            boolean street = SIDES.get(side).street();
            for (int turn = 0; turn < 3; turn++) {
                boolean left = turn == 2;
                // coming from the north the right turn leads west: three sides further clockwise
                String to = outOf(signal, (side + 3 - turn) % 4);
                movements.add("from=\"%s\" to=\"%s\" fromLane=\"%d\" toLane=\"%d\""
                        .formatted(into(signal, side), to, street && left ? 1 : 0, !street && left ? 1 : 0));
            }
        }
        return movements;
    }

    private static String connections() {
        var text = new StringBuilder(HEAD).append("<connections>\n");
        for (int signal = 0; signal < SIDE * SIDE; signal++) {
            movements(signal).forEach(movement -> text.append("    <connection %s/>\n".formatted(movement)));
        }
        return text.append("</connections>\n").toString();
    }

    private static String signals() {
        var text = new StringBuilder(HEAD).append("<tlLogics>\n");
        for (int signal = 1; signal <= SIDE * SIDE; signal++) {
            text.append(program(signal));
        }
        for (int signal = 0; signal < SIDE * SIDE; signal++) {
            int index = 0;
            for (String movement : movements(signal)) {
                text.append(
                        "    <connection %s tl=\"nt%d\" linkIndex=\"%d\"/>\n".formatted(movement, signal + 1, index++));
            }
        }
        return text.append("</tlLogics>\n").toString();
    }

    private static String program(int signal) {
        return """
                    <tlLogic id="nt%d" type="static" programID="0" offset="0">
                        <phase duration="30" state="GGgrrrGGgrrr"/>
                        <phase duration="3" state="yyyrrryyyrrr"/>
                        <phase duration="30" state="rrrGrGrrrGrG"/>
                        <phase duration="3" state="rrrGryrrrGry"/>
                        <phase duration="30" state="rrrGGrrrrGGr"/>
                        <phase duration="3" state="rrryyrrrryyr"/>
                    </tlLogic>
                """.formatted(signal);
    }

    private Grid5x5Plan() {}
}
