package io.clearway.scenario.atsc.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.ScenarioIdentity;
import io.clearway.setting.InvalidSetting;
import io.clearway.signal.Phase;
import io.clearway.simulation.NetworkSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtscDefinitionTest {
    private static final String TEXT = """
            {
              "name": "street",
              "description": "Two signals",
              "origin": "made up",
              "network": {"file": "street.net.xml"},
              "demand": {"routes": ["street.rou.xml"], "additional": ["types.add.xml"]},
              "measures": {
                "detectorMeters": 50,
                "detectorGapMeters": 1,
                "observation": {"on": "lane-and-upstream", "dividedBy": {"lengthOverMeters": 7.5}},
                "reward": {"on": "lane", "limit": 10, "divisor": 720},
                "sensors": "whole-lane"
              },
              "timing": {
                "decisionSeconds": 5, "transitionSeconds": 2, "decisions": 720, "stepSeconds": 1, "teleportSeconds": 600
              },
              "signals": [
                {"id": "A", "phases": ["GGr", "rrG"], "neighbors": ["B"], "upstream": {"wA_0": ["vw_0"]}},
                {"id": "B", "phases": ["Gr", "rG"], "neighbors": []}
              ]
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of("street.net.xml", "street.rou.xml", "types.add.xml", "s.nod.xml", "s.edg.xml")) {
            Files.writeString(folder.resolve(name), "");
        }
    }

    @Test
    void aScenarioIsReadFromItsFolder() throws IOException {
        AtscDefinition read = read(TEXT);
        assertThat(read.name()).isEqualTo("street");
        assertThat(read.network()).isEqualTo(new NetworkSource.Finished(folder.resolve("street.net.xml")));
        assertThat(read.demand())
                .isEqualTo(DemandLevels.only(new DemandSource.Routes(
                        List.of(folder.resolve("street.rou.xml")), List.of(folder.resolve("types.add.xml")))));
        assertThat(read.detectors()).isEqualTo(DetectorSpec.MONACO);
        assertThat(read.timing()).isEqualTo(new AtscDefinition.Timing(5, 2, 720, 1, 600));
        assertThat(read.agents().neighbors()).containsExactly(new AgentGraph.Link("A", "B"));
        assertThat(read.signals())
                .containsExactly(
                        new SignalAgents.Signal(
                                "A",
                                List.of(new Phase("GGr"), new Phase("rrG")),
                                new TreeMap<>(Map.of("wA_0", List.of("vw_0")))),
                        new SignalAgents.Signal("B", List.of(new Phase("Gr"), new Phase("rG"))));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        AtscDefinition files = read(TEXT);
        DefinitionWriter.write(files, folder);
        assertThat(DefinitionReader.read(folder)).isEqualTo(files);
        AtscDefinition plain = new AtscDefinition(
                new ScenarioIdentity("plain", "words", "somewhere"),
                new NetworkSource.Plain(folder, "s"),
                DemandLevels.only(new DemandSource.Rates(folder.resolve("street.rou.xml"))),
                new SignalAgents(files.signals(), List.of(new AgentGraph.Link("B", "A"))),
                DetectorSpec.GRID,
                new AtscDefinition.Timing(20, 3, 10, 0.5, -1, 3600, 1));
        DefinitionWriter.write(plain, folder);
        assertThat(DefinitionReader.read(folder)).isEqualTo(plain);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void furtherDemandsAreNamedByLevel() throws IOException {
        String both = TEXT.replace(
                "\"additional\": [\"types.add.xml\"]}",
                "\"levels\": {\"rush\": {\"rates\": \"s.nod.xml\"}, \"night-2\": {\"routes\": [\"s.edg.xml\"]}}}");
        AtscDefinition read = read(both);
        assertThat(read.demand().names()).containsExactly("paper", "night-2", "rush");
        assertThat(read.demand().at("rush")).isEqualTo(new DemandSource.Rates(folder.resolve("s.nod.xml")));
        assertThat(read.demand().files())
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("street.rou.xml", "s.edg.xml", "s.nod.xml");
        DefinitionWriter.write(read, folder);
        assertThat(DefinitionReader.read(folder)).isEqualTo(read);
        for (String bad : List.of("paper", "Rush hour", "")) {
            assertThatExceptionOfType(InvalidSetting.class)
                    .isThrownBy(() -> read(both.replace("night-2", bad)))
                    .withMessageContaining("name levels by small letters");
        }
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> read(both.replace("s.edg.xml", "none.xml")))
                .withMessageContaining("demand.levels.night-2.routes[0]");
    }

    @Test
    void theReferenceIsTheUsualRuleUnlessNamed() throws IOException {
        assertThat(read(TEXT).reference()).isEqualTo(ReferenceRule.CAPACITY_AWARE);
        String overloaded = TEXT.replaceFirst("\\{", "{\"reference\": \"gating\",");
        AtscDefinition read = read(overloaded);
        assertThat(read.reference()).isEqualTo(ReferenceRule.GATING);
        DefinitionWriter.write(read, folder);
        assertThat(DefinitionReader.read(folder)).isEqualTo(read);
        assertThat(read.with(read.agents())).isEqualTo(read);
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> read(overloaded.replace("gating", "luck")))
                .withMessageContaining("reference")
                .withMessageContaining("give one of capacity-aware, gating, max-pressure");
    }

    @Test
    void onlyFilesOfTheFolderCanBeNamed(@TempDir Path other) throws IOException {
        AtscDefinition definition = read(TEXT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DefinitionWriter.write(definition, other))
                .withMessageContaining("street.net.xml")
                .withMessageContaining(other.toString());
        assertThat(other).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"name\": \"street\",;;name;required",
                "\"name\": \"street\";\"name\": 3;name;give a text",
                "\"name\": \"street\";\"name\": \"street\", \"nam\": 1;nam;no such field",
                "\"GGr\", \"rrG\";\"GGr\", \"rr\";signals[0].phases[1];3 characters",
                "\"GGr\", \"rrG\";\"GGr\", \"rry\";signals[0].phases[1];yellow is no phase",
                "\"GGr\", \"rrG\";\"GGr\", \"GGr\";signals[0].phases;each phase once",
                "\"neighbors\": [];\"neighbors\": [\"C\"];signals[1].neighbors[0];id of one of the signals",
                "\"neighbors\": [];\"neighbors\": [\"B\"];signals[1].neighbors[0];none is its own neighbor",
                "\"id\": \"B\";\"id\": \"A\";signals[1].id;each signal once",
                "\"neighbors\": [];\"neighbors\": [], \"sise\": 2;signals[1].sise;no such field",
                "street.rou.xml;../street.rou.xml;demand.routes[0];file in the scenario's folder",
                "street.rou.xml;none.rou.xml;demand.routes[0];put the file",
                "street.net.xml;/etc/hosts;network.file;file in the scenario's folder",
                "\"file\": \"street.net.xml\";\"plain\": \"street\";network.plain;put the file",
                "\"file\": \"street.net.xml\";\"plain\": \"s\", \"file\": \"street.net.xml\";network;exactly one of",
                "\"on\": \"lane\";\"on\": \"road\";measures.reward.on;detector, lane, lane-and-upstream",
                "\"divisor\": 720;\"divisor\": 0;measures.reward.divisor;above 0",
                "\"detectorGapMeters\": 1;\"detectorGapMeters\": 50;measures.detectorGapMeters;less than detectorMeters",
                "\"transitionSeconds\": 2;\"transitionSeconds\": 5;timing.transitionSeconds;less than decisionSeconds",
                "\"transitionSeconds\": 2;\"transitionSeconds\": 2, \"allRedSeconds\": 2;timing.allRedSeconds;less than transition",
                "\"decisionSeconds\": 5;\"decisionSeconds\": 5.5;timing.decisionSeconds;whole number",
            })
    void whatCannotBeUsedIsNamedWithFileFieldAndMend(String good, String bad, String field, String mend) {
        assertThat(TEXT).contains(good);
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> read(TEXT.replace(good, bad == null ? "" : bad)))
                .satisfies(complaint -> {
                    assertThat(complaint.field()).isEqualTo(field + " in " + folder.resolve("scenario.json"));
                    assertThat(complaint.hint()).contains(mend);
                });
    }

    @Test
    void aFileThatIsMissingOrNoJsonIsNamed() {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> DefinitionReader.read(folder))
                .withMessageContaining("scenario.json")
                .withMessageContaining("unreadable");
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> read("{\"name\": \"a\", \"name\": \"b\"}"))
                .withMessageContaining("scenario.json");
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> read("[]"))
                .withMessageContaining("one JSON object");
    }

    @Test
    void theSensorsOfAScenarioAreThoseOfThePapersUnlessItNamesOthers() throws IOException {
        String silent = TEXT.replaceAll("(\"divisor\": 720}),\\s*\"sensors\": \"whole-lane\"", "$1");
        assertThat(silent).doesNotContain("sensors");
        assertThat(read(silent).detectors().sensors()).isEqualTo(SensorKind.ALL);
        String given = TEXT.replace("whole-lane", "induction-loop");
        assertThat(read(given).detectors().sensors()).isEqualTo(SensorKind.INDUCTION_LOOP);
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> read(given.replace("induction-loop", "radar")))
                .withMessageContaining("radar")
                .withMessageContaining("lane-area");
    }

    private AtscDefinition read(String text) throws IOException {
        Files.writeString(folder.resolve("scenario.json"), text);
        return DefinitionReader.read(folder);
    }
}
