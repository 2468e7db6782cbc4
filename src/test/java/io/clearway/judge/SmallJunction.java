package io.clearway.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A light J, written by hand: 0 west to east, 1 north to south, 2 east to south (a left turn that yields to the others
 * and merges with 1), 3 a crossing of 12 m over the road to the south. The way of 2 is cut by a place to wait.
 */
final class SmallJunction {
    private static final String NETWORK = """
            <net>
                <edge id=":J_0" function="internal"><lane id=":J_0_0" index="0" length="10"/></edge>
                <edge id=":J_1" function="internal"><lane id=":J_1_0" index="0" length="11"/></edge>
                <edge id=":J_2" function="internal"><lane id=":J_2_0" index="0" length="5"/></edge>
                <edge id=":J_4" function="internal"><lane id=":J_4_0" index="0" length="7"/></edge>
                <edge id=":J_c0" function="crossing"><lane id=":J_c0_0" index="0" length="12"/></edge>
                <edge id=":J_w0" function="walkingarea"><lane id=":J_w0_0" index="0" length="3"/></edge>
                <edge id="w" from="W" to="J"><lane id="w_0" index="0" length="100"/></edge>
                <tlLogic id="J" type="static" programID="0" offset="0">
                    <phase duration="20" state="GrgG"/><phase duration="5" state="Grgr"/>
                    <phase duration="3" state="yrgr"/><phase duration="6" state="rrGr"/>
                    <phase duration="3" state="rryr"/><phase duration="2" state="rrrr"/>
                    <phase duration="20" state="rGrr"/><phase duration="3" state="ryrr"/>
                </tlLogic>
                <junction id="J" type="traffic_light" incLanes="w_0 n_0 e_0" intLanes=":J_0_0 :J_1_0 :J_4_0 :J_c0_0">
                    <request index="0" response="0000" foes="0110" cont="0"/>
                    <request index="1" response="1001" foes="1101" cont="0"/>
                    <request index="2" response="1011" foes="1011" cont="1"/>
                    <request index="3" response="0000" foes="0110" cont="0"/>
                </junction>
                <connection from="w" to="E" fromLane="0" toLane="0" via=":J_0_0" tl="J" linkIndex="0" dir="s"/>
                <connection from="n" to="S" fromLane="0" toLane="0" via=":J_1_0" tl="J" linkIndex="1" dir="s"/>
                <connection from="e" to="S" fromLane="0" toLane="0" via=":J_2_0" tl="J" linkIndex="2" dir="l"/>
                <connection from=":J_2" to="S" fromLane="0" toLane="0" via=":J_4_0" dir="l"/>
                <connection from=":J_4" to="S" fromLane="0" toLane="0" dir="l"/>
                <connection from=":J_w0" to=":J_c0" fromLane="0" toLane="0" tl="J" linkIndex="3" dir="s"/>
                <connection from=":J_c0" to=":J_w0" fromLane="0" toLane="0" dir="s"/>
            </net>
            """;

    private SmallJunction() {}

    static NetworkConflicts network(Path folder) throws IOException {
        return NetworkConflicts.read(Files.writeString(folder.resolve("small.net.xml"), NETWORK));
    }

    /** A log as SUMO writes it, from states and their seconds: {@code GrgG 20, Grgr 5}. */
    static SignalLog log(Path folder, String states) throws IOException {
        return SignalLog.read(Files.writeString(folder.resolve("log.xml"), rows(states) + "</tlsStates>\n"));
    }

    static String rows(String states) {
        StringBuilder log = new StringBuilder("<tlsStates>\n");
        int second = 0;
        for (String state : states.split(",", -1)) {
            String[] parts = state.strip().split(" ", -1);
            for (int i = 0; i < Integer.parseInt(parts[1]); i++, second++) {
                log.append("<tlsState time=\"%d.00\" id=\"J\" programID=\"0\" phase=\"0\" state=\"%s\"/>%n"
                        .formatted(second, parts[0]));
            }
        }
        return log.toString();
    }
}
