package io.clearway.sumo.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand;
import io.clearway.simulation.TrafficDemand.ResampledRoutes;
import io.clearway.simulation.TrafficDemand.RouteFiles;
import io.clearway.simulation.TrafficDemand.ScaledRoutes;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.sumo.Crossing;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.xml.XmlElements;
import io.clearway.sumo.xml.XmlTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteResamplingTest {
    private static final String HEAD =
            "<routes><vType id=\"car\" length=\"5\"/><route id=\"ns\" edges=\"N_in S_out\"/>";

    @TempDir
    Path folder;

    @Test
    void vehiclesDepartPoissonTimesWithinAMinuteOfTheirTime() throws IOException, XMLStreamException {
        StringBuilder routes = new StringBuilder(HEAD);
        for (int i = 0; i < 2000; i++) {
            routes.append("<vehicle id=\"v%d\" type=\"car\" depart=\"%d\" route=\"ns\"/>".formatted(i, 100 + i));
        }
        List<XmlTree> drawn = departures(routes + "</routes>", 1.5, 1);
        // standard deviation √3000 = 55
        assertThat((double) drawn.size()).isCloseTo(3000, within(180.0));
        assertThat(drawn).extracting(each -> each.find("id")).doesNotHaveDuplicates();
        assertThat(drawn).extracting(RouteResamplingTest::depart).isSorted();
        double shifts = 0;
        for (XmlTree vehicle : drawn) {
            String id = String.valueOf(vehicle.find("id"));
            double shift =
                    depart(vehicle) - 100 - Integer.parseInt(id.substring(1).replaceFirst("~.*", ""));
            // what would come before 100 s comes after it
            assertThat(Math.abs(shift)).isLessThanOrEqualTo(60.01);
            assertThat(depart(vehicle)).isGreaterThanOrEqualTo(100);
            shifts += shift * shift;
        }
        // evenly over 120 s: a variance of 120² / 12
        assertThat(shifts / drawn.size()).isCloseTo(1200, within(100.0));
    }

    @ParameterizedTest
    @CsvSource({
        "'begin=\"0\" end=\"3600\" vehsPerHour=\"400\"', 400",
        "'begin=\"0\" end=\"3600\" period=\"9\"', 400",
        "'begin=\"0\" end=\"3600\" period=\"exp(0.1)\"', 360",
        "'begin=\"0\" end=\"3600\" probability=\"0.1\"', 360",
        "'begin=\"0\" end=\"3600\" number=\"400\"', 400",
        "'begin=\"01:00:00\" number=\"400\" period=\"9\"', 400"
    })
    void aFlowBecomesAPoissonProcessOfItsOwnRate(String flow, int expected) throws IOException, XMLStreamException {
        String routes = HEAD + "<flow id=\"f\" type=\"car\" from=\"N_in\" to=\"S_out\" departPos=\"random_free\" "
                + flow + "/></routes>";
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < 60; seed++) {
            List<XmlTree> drawn = departures(routes, 1, seed);
            sum += drawn.size();
            squares += (drawn.size() - expected) * (drawn.size() - expected);
            assertThat(drawn).allSatisfy(each -> {
                assertThat(each.name()).isEqualTo("trip");
                assertThat(each.attributes()).containsOnlyKeys("id", "type", "from", "to", "departPos", "depart");
            });
        }
        // standard error √(400 / 60) = 2.6
        assertThat(sum / 60).isCloseTo(expected, within(9.0));
        assertThat(squares / 60 / expected).isBetween(0.5, 1.7);
    }

    @Test
    void equalSeedsAreEqualAndWhatHasNoTimeStays() throws IOException, XMLStreamException {
        String routes = HEAD
                + "<vehicle id=\"late\" depart=\"triggered\"><route edges=\"N_in S_out\"/></vehicle>"
                + "<person id=\"p\" depart=\"00:00:30\"><walk edges=\"N_in\"/></person>"
                + "<flow id=\"f\" begin=\"0\" end=\"600\" vehsPerHour=\"600\"><route edges=\"N_in S_out\"/></flow></routes>";
        assertThat(departures(routes, 1, 3)).isEqualTo(departures(routes, 1, 3));
        List<XmlTree> drawn = departures(routes, 1, 4);
        assertThat(drawn).isNotEqualTo(departures(routes, 1, 3));
        assertThat(drawn)
                .filteredOn(each -> "triggered".equals(each.find("depart")))
                .hasSize(1);
        assertThat(drawn).filteredOn(each -> each.name().equals("person")).hasSize(1);
        assertThat(drawn)
                .filteredOn(each -> String.valueOf(each.find("id")).startsWith("f~"))
                .allSatisfy(each -> {
                    assertThat(each.name()).isEqualTo("vehicle");
                    assertThat(each.children()).extracting(XmlTree::name).containsExactly("route");
                });
    }

    @Test
    void aBadFileIsNamed() throws IOException {
        Path none = Files.writeString(folder.resolve("none.rou.xml"), "<routes><flow id=\"f\" begin=\"0\"/></routes>");
        Path cut = Files.writeString(folder.resolve("cut.rou.xml"), "<routes><vehicle id=\"v\" depart=\"0\">");
        for (Path file : List.of(none, cut)) {
            RouteFiles files = new RouteFiles(List.of(file));
            assertThatThrownBy(() ->
                            RouteResampling.write(folder.resolve("out.rou.xml"), new ResampledRoutes(files, 1, 1)))
                    .hasMessageContaining(file == none ? "'f'" : "cut.rou.xml");
        }
    }

    @Test
    void sumoDrivesWhatWasDrawnAndScaled() throws IOException {
        Path file = folder.resolve("demand.rou.xml.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            String flow = "<flow id=\"f\" type=\"car\" begin=\"0\" end=\"600\" vehsPerHour=\"360\" route=\"ns\"/>";
            gzip.write((HEAD + flow + "</routes>").getBytes(StandardCharsets.UTF_8));
        }
        RouteFiles files = new RouteFiles(List.of(file));
        assertThat(loaded(files)).isCloseTo(60, within(1));
        assertThat(loaded(new ScaledRoutes(files, 0.5))).isCloseTo(30, within(1));
        assertThat(loaded(new ScaledRoutes(files, 1.5))).isCloseTo(90, within(1));
        int drawn = loaded(new ResampledRoutes(files, 1, 11));
        assertThat(drawn).isBetween(30, 90).isEqualTo(loaded(new ResampledRoutes(files, 1, 11)));
    }

    private int loaded(TrafficDemand demand) {
        SumoSimulator simulator = Crossing.simulator(folder);
        CompiledNetwork network = simulator.compile(Crossing.source());
        try (TrafficSimulation simulation = simulator.start(
                new SimulationSetup(network, demand, AdditionalElements.NONE, SimulationOptions.of(1, 1, 600)))) {
            simulation.advance(Map.of(), 700);
            return simulation.finish().vehicles().loaded();
        }
    }

    private List<XmlTree> departures(String routes, double scale, long seed) throws IOException, XMLStreamException {
        Path file = Files.writeString(folder.resolve("given.rou.xml"), routes);
        Path target = folder.resolve("drawn.rou.xml");
        RouteResampling.write(target, new ResampledRoutes(new RouteFiles(List.of(file)), scale, seed));
        List<XmlTree> all = new ArrayList<>();
        try (XmlElements elements = XmlElements.open(target)) {
            elements.root("routes", "route file");
            while (elements.next()) {
                all.add(elements.tree());
            }
        }
        assertThat(all.subList(0, 2)).extracting(XmlTree::name).containsExactly("vType", "route");
        return all.subList(2, all.size());
    }

    private static double depart(XmlTree element) {
        return Double.parseDouble(String.valueOf(element.find("depart")));
    }
}
