package io.clearway.scenario.atsc.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.simulation.TrafficDemand.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandDefinitionTest {
    private final DemandDefinition grid = DemandDefinition.read(Path.of("sumo-networks", "grid-5x5", "demand.json"));

    @Test
    void theGridHasThePublishedFlows() {
        List<Flow> flows = grid.paper(1).flows();
        assertThat(flows).hasSize(84);
        assertThat(slotSums(flows)).containsExactly(2112, 3693, 4752, 6609, 7512, 6633, 5760, 3552, 2664, 888);
        assertThat(flows.stream().mapToInt(DemandDefinition::vehicles).sum()).isEqualTo(3726);
        // 660 × 0.7 is a hair below 462, and the published rates are cut
        assertThat(flows)
                .filteredOn(flow -> flow.id().startsWith("F1_") && flow.beginSeconds() == 300)
                .extracting(Flow::vehiclesPerHour)
                .containsOnly(461);
    }

    @Test
    void flowsComeInTheOrderOfTheirBeginning() {
        assertThat(grid.paper(1).flows()).extracting(Flow::beginSeconds).isSorted();
        assertThat(grid.varied(1, 3).flows()).extracting(Flow::beginSeconds).isSorted();
    }

    @Test
    void aScaleMultipliesTheRates() {
        assertThat(slotSums(grid.paper(0.5).flows()).get(0)).isEqualTo(1056);
        assertThat(grid.paper(1e-6).flows()).isEmpty();
    }

    @Test
    void variedDeparturesAreDrawnFromTheSeedAlone() {
        assertThat(grid.varied(1, 7)).isEqualTo(grid.varied(1, 7)).isNotEqualTo(grid.varied(1, 8));
    }

    @Test
    void variedDeparturesAreSingleVehiclesWithinTheirSlot() {
        List<Flow> departures = grid.varied(1, 1).flows();
        assertThat(departures)
                .allSatisfy(flow -> assertThat(DemandDefinition.vehicles(flow)).isEqualTo(1));
        assertThat(departures).extracting(Flow::id).doesNotHaveDuplicates();
        assertThat(departures.get(departures.size() - 1).beginSeconds()).isBetween(2700.0, 3000.0);
    }

    @Test
    void variedDemandIsThePapersInTheMeanAndPoissonAroundIt() {
        double[] counts = LongStream.range(0, 200)
                .mapToDouble(seed -> grid.varied(1, seed).flows().size())
                .toArray();
        double mean = LongStream.range(0, 200)
                .mapToDouble(seed -> counts[(int) seed])
                .average()
                .orElseThrow();
        double variance = LongStream.range(0, 200)
                .mapToDouble(seed -> (counts[(int) seed] - mean) * (counts[(int) seed] - mean))
                .average()
                .orElseThrow();
        // standard error of the mean: √3726 / √200 = 4.3
        assertThat(mean).isCloseTo(3726, within(18.0));
        assertThat(variance / mean).isBetween(0.7, 1.35);
    }

    @Test
    void aBadFileIsNamedWithWhatIsWrong(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("demand.json"), "{\"slotSeconds\": 300, \"grups\": []}");
        assertThatThrownBy(() -> DemandDefinition.read(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(bad.toString())
                .hasMessageContaining("vehicleType");
        assertThatThrownBy(() -> DemandDefinition.read(folder.resolve("none.json")))
                .hasMessageContaining("none.json");
    }

    private static List<Integer> slotSums(List<Flow> flows) {
        return flows.stream()
                .map(Flow::beginSeconds)
                .distinct()
                .map(begin -> flows.stream()
                        .filter(flow -> flow.beginSeconds() == begin)
                        .mapToInt(Flow::vehiclesPerHour)
                        .sum())
                .toList();
    }
}
