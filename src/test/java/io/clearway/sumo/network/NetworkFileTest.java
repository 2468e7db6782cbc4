package io.clearway.sumo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.SimulationException;
import io.clearway.sumo.Crossing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFileTest {
    private static final String TINY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <net version="1.9">
                <edge id=":kö_0" function="internal"><lane id=":kö_0_0" index="0" speed="5" length="3"/></edge>
                <edge id="größe" from="å" to="kö"><lane id="größe_0" index="0" speed="13.9" length="50.5"/></edge>
                <edge id="出口" from="kö" to="ß"><lane id="出口_0" index="0" speed="8" length="20"/></edge>
                <tlLogic id="kö" type="actuated" programID="first" offset="3">
                    <phase duration="30" state="Gr"/><phase duration="4.5" state="yr"/>
                </tlLogic>
                <tlLogic id="kö" type="static" programID="second" offset="0"><phase duration="9" state="rG"/></tlLogic>
                <junction id="kö" type="traffic_light" x="1" y="-2.5" incLanes="größe_0" intLanes=":kö_0_0">
                    <request index="0" response="0" foes="0" cont="0"/>
                </junction>
                <junction id=":kö_0_0" type="internal" x="0" y="0" incLanes="" intLanes=""/>
                <connection from="größe" to="出口" fromLane="0" toLane="0" via=":kö_0_0" tl="kö" linkIndex="0" dir="s"/>
                <connection from=":kö_0" to="出口" fromLane="0" toLane="0" dir="s" state="M"/>
            </net>
            """;

    @TempDir
    Path folder;

    @Test
    void everythingOfATinyNetworkIsRead() throws IOException {
        RoadNetwork network = read(TINY);
        assertThat(network.roads()).extracting(RoadNetwork.Road::id).containsExactly(":kö_0", "größe", "出口");
        assertThat(network.roads()).extracting(RoadNetwork.Road::internal).containsExactly(true, false, false);
        assertThat(network.roads().get(1).to()).isEqualTo("kö");
        assertThat(network.lanesById().get("größe_0"))
                .isEqualTo(new RoadNetwork.Lane("größe_0", "größe", 0, 50.5, 13.9));
        assertThat(network.junctions()).containsExactly(new RoadNetwork.Junction("kö", "traffic_light", 1, -2.5));
        TrafficLight light = network.lights().get(0);
        assertThat(light.links()).containsExactly(new Link(0, "größe_0", "出口_0", 's', List.of(), List.of()));
        // SUMO runs the last program of the file
        assertThat(light.programs()).extracting(Program::id).containsExactly("second", "first");
        assertThat(light.programs().get(1).phases())
                .containsExactly(new RoadNetwork.ProgramPhase(30, "Gr"), new RoadNetwork.ProgramPhase(4.5, "yr"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"<net version= | line 2", "length='50.5'/></edge> | line 4", "</net> | not well-formed"})
    void truncatedFileIsRefusedWithItsNameAndLine(String cutBefore, String expected) {
        String cut = TINY.substring(0, TINY.indexOf(cutBefore.replace('\'', '"')) + 5);
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("net.xml")
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<net version='1.9'>|<routes>|begins with <routes>",
                "length='50.5'|length='long'|length=\"long\", which is not a number",
                "linkIndex='0'|x='0'|lacks 'linkIndex'",
                "<request index='0' response='0'|<request index='1' response='0'|line 11: has requests that are not",
                "response='0' foes='0'|response='00' foes='00'|is not 1 characters long",
                "programID='second'|x='1'|lacks 'programID'",
                "tl='kö'|tl='gone'|a traffic light 'gone' without a <tlLogic>",
                "incLanes='größe_0'|incLanes=''|has 0 connections and 1 requests",
            })
    void inconsistentFileIsRefusedWithItsFault(String before, String after, String expected) {
        String wrong = TINY.replace(before.replace('\'', '"'), after.replace('\'', '"'))
                .replace("</net>", after.equals("<routes>") ? "</routes>" : "</net>");
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("net.xml, line ")
                .hasMessageContaining(expected);
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        String hostile = TINY.replace(
                "<net version", "<!DOCTYPE net [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\n<net version");
        assertThatThrownBy(() -> read(hostile))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("document type");
    }

    @Test
    void noFileAtAllIsSaid() {
        assertThatThrownBy(() -> NetworkFile.read(folder.resolve("nowhere.net.xml")))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("nowhere.net.xml");
    }

    @Test
    void foesAndRightOfWayOfTheCrossingFollowTheRules() {
        CompiledNetwork network = Crossing.simulator(folder).compile(Crossing.source());
        List<Link> links = network.roads().lights().get(0).links();
        Link straightFromNorth = links.get(1);
        Link leftFromNorth = links.get(2);
        assertThat(straightFromNorth.fromLane()).isEqualTo("N_in_0");
        assertThat(straightFromNorth.direction()).isEqualTo('s');
        assertThat(straightFromNorth.foes()).contains(4, 10).doesNotContain(1, 6, 7);
        assertThat(leftFromNorth.direction()).isEqualTo('l');
        assertThat(leftFromNorth.yieldsTo()).contains(6, 7);
        assertThat(links.get(7).yieldsTo()).doesNotContain(2);
        for (Link link : links) {
            for (int foe : link.foes()) {
                assertThat(links.get(foe).foes()).contains(link.index());
            }
        }
    }

    @Test
    void ringsOfANemaProgramAreTheCycleThatTheyRun() throws IOException {
        List<Program> programs = read(TINY.replace(
                        "<tlLogic id=\"kö\" type=\"static\" programID=\"second\" offset=\"0\"><phase duration=\"9\" state=\"rG\"/></tlLogic>",
                        """
                        <tlLogic id="kö" type="NEMA" programID="rings" offset="begin">
                            <param key="ring1" value="1,2,4"/><param key="ring2" value="5,6,0,8"/>
                            <param key="barrierPhases" value="4,8"/><param key="barrier2Phases" value="2,6"/>
                            <phase name="1" duration="99" maxDur="10" yellow="3" red="2" state="Grrr"/>
                            <phase name="2" duration="99" maxDur="20" yellow="4" red="1" state="rGrr"/>
                            <phase name="4" duration="99" maxDur="15" yellow="3" red="2" state="rrrg"/>
                            <phase name="5" duration="99" maxDur="5" yellow="3" red="2" state="rrGr"/>
                            <phase name="6" duration="99" maxDur="20" yellow="4" red="1" state="Grrr"/>
                            <phase name="8" duration="99" maxDur="12" yellow="3" red="2" state="rrrr"/>
                        </tlLogic>"""))
                .lights()
                .get(0)
                .programs();
        assertThat(programs.get(0).type()).isEqualTo("NEMA");
        // ring 1: 1 until 15, 2 until 40; ring 2: 5 until 10, 6 held until the barrier at 40; then 4 beside 8 until 60
        assertThat(programs.get(0).phases())
                .extracting(phase -> phase.state() + " " + phase.seconds())
                .containsExactly(
                        "GrGr 5.0",
                        "Gryr 3.0",
                        "Grrr 7.0",
                        "GGrr 20.0",
                        "yyrr 4.0",
                        "rrrr 1.0",
                        "rrrg 15.0",
                        "rrry 3.0",
                        "rrrr 2.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<param key='ring1' value='1,7'/> | ring1 names phase '7', which it lacks",
                "<param key='ring3' value='1'/> | without 'ring1'",
                "<param key='ring1' value='1,1'/><param key='ring2' value='1'/><param key='barrierPhases' value='1'/> | do not pass the same barriers"
            })
    void aNemaProgramThatCannotBeReadNamesItsSignal(String parameters, String expected) {
        String wrong = TINY.replace(
                        "type=\"static\" programID=\"second\" offset=\"0\">",
                        "type=\"NEMA\" programID=\"second\" offset=\"0\">" + parameters)
                .replace("duration=\"9\" state", "name=\"1\" duration=\"9\" state");
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("signal 'kö'")
                .hasMessageContaining(expected);
    }

    @Test
    void phasesFollowOneAnotherAsTheyName() throws IOException {
        String jumping = TINY.replace(
                "<phase duration=\"9\" state=\"rG\"/>",
                "<phase duration=\"9\" state=\"rG\" next=\"2\"/><phase duration=\"8\" state=\"GG\" next=\"3\"/>"
                        + "<phase duration=\"7\" state=\"ry\" next=\"1\"/><phase duration=\"6\" state=\"Gr\" next=\"0 1\"/>");
        assertThat(read(jumping).lights().get(0).programs().get(0).phases())
                .extracting(RoadNetwork.ProgramPhase::state)
                .containsExactly("rG", "ry", "GG", "Gr");
        assertThat(read(jumping.replace("next=\"1\"", "next=\"3 1\""))
                        .lights()
                        .get(0)
                        .programs()
                        .get(0)
                        .phases())
                .as("in the order of the file, so that no phase is lost")
                .extracting(RoadNetwork.ProgramPhase::state)
                .containsExactly("rG", "GG", "ry", "Gr");
        assertThatThrownBy(() -> read(jumping.replace("next=\"1\"", "next=\"4\"")))
                .hasMessageContaining("has next=\"4\", but 4 phases");
    }

    @ParameterizedTest
    @CsvSource({
        "resco-grid4x4/grid4x4.net.xml, 16, 32",
        "resco-cologne3/cologne3.net.xml, 3, 29",
        "resco-ingolstadt1/ingolstadt1.net.xml, 1, 8",
        "monaco-most/most.net.xml, 28, 240"
    })
    void networksOfOthersAreRead(String name, int lights, int junctions) {
        Path file = Path.of("../shared/networks").resolve(name);
        assumeTrue(Files.exists(file), "There is no " + file);
        RoadNetwork network = Crossing.simulator(folder)
                .compile(new NetworkSource.Finished(file))
                .roads();
        assertThat(network.lights()).hasSize(lights);
        assertThat(network.junctions()).hasSize(junctions);
        assertThat(network.lights()).allSatisfy(light -> {
            int length = light.programs().get(0).phases().get(0).state().length();
            assertThat(light.links()).isNotEmpty().allSatisfy(link -> {
                assertThat(link.index()).isLessThan(length);
                assertThat(network.lanesById()).containsKeys(link.fromLane(), link.toLane());
                assertThat(link.foes()).containsAll(link.yieldsTo());
            });
        });
    }

    private RoadNetwork read(String content) throws IOException {
        Path file = folder.resolve("tiny.net.xml");
        Files.writeString(file, content);
        return NetworkFile.read(file);
    }
}
