package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.RoadNetwork.Junction;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.SimulationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaledNetworkTest {
    @TempDir
    Path folder;

    @Test
    void coordinatesShapesAndLengthsGrowAndTheRestStays() throws IOException {
        SumoSimulator simulator = Crossing.simulator(folder.resolve("cache"));
        write("<edge id=\"e\" from=\"a\" to=\"b\" speed=\"13\" length=\"50\"/>"
                + "<edge id=\"f\" from=\"b\" to=\"a\" speed=\"13\" shape=\"40,0 20,30 0,0\"/>");
        NetworkSource.Plain plain = new NetworkSource.Plain(folder, "net");
        CompiledNetwork drawn = simulator.compile(plain);
        CompiledNetwork larger = simulator.compile(new NetworkSource.Scaled(plain, 2.5));
        assertThat(length(drawn, "e_0")).isEqualTo(50);
        assertThat(length(larger, "e_0")).isEqualTo(125);
        assertThat(length(larger, "f_0")).isEqualTo(2.5 * length(drawn, "f_0"), within(10.0));
        Junction b = larger.roads().junctions().get(1);
        Junction a = larger.roads().junctions().get(0);
        assertThat(b.xMeters() - a.xMeters()).isEqualTo(100, within(0.01));
        assertThat(lane(larger, "e_0").speedLimitMetersPerSecond()).isEqualTo(13);
        assertThat(larger.sha256()).isNotEqualTo(drawn.sha256());
        assertThat(simulator.compile(new NetworkSource.Scaled(plain, 2.5))).isEqualTo(larger);
        try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("netconvert-version.txt"))
                    .hasSize(2)
                    .allSatisfy(name -> assertThat(name).endsWith(".net.xml"));
        }
    }

    @Test
    void whatCannotBeScaledIsTold() throws IOException {
        SumoSimulator simulator = Crossing.simulator(folder.resolve("cache"));
        NetworkSource.Plain plain = new NetworkSource.Plain(folder, "net");
        write("<edge id=\"e\" from=\"a\" to=\"b\" length=\"far\"/>");
        assertThatThrownBy(() -> simulator.compile(new NetworkSource.Scaled(plain, 2)))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("net.edg.xml")
                .hasMessageContaining("far");
        assertThatThrownBy(() -> new NetworkSource.Scaled(plain, 0)).hasMessageContaining("above 0");
    }

    private void write(String edges) throws IOException {
        Files.writeString(
                folder.resolve("net.nod.xml"),
                "<nodes><node id=\"a\" x=\"0\" y=\"0\"/><node id=\"b\" x=\"40\" y=\"0\"/></nodes>");
        Files.writeString(folder.resolve("net.edg.xml"), "<edges>" + edges + "</edges>");
    }

    private static double length(CompiledNetwork network, String lane) {
        return lane(network, lane).lengthMeters();
    }

    private static Lane lane(CompiledNetwork network, String id) {
        return Objects.requireNonNull(network.roads().lanesById().get(id), id);
    }
}
