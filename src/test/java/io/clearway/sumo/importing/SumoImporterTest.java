package io.clearway.sumo.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.simulation.importing.ImportedTraffic;
import io.clearway.simulation.importing.ImportedTraffic.Kind;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumoImporterTest {
    private static final String BOMB =
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>\n";
    private static final String SECRET = "<!DOCTYPE x [<!ENTITY s SYSTEM \"file:///etc/hostname\">]>\n";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    private static String network;
    private Path result;

    @BeforeAll
    static void build() throws IOException {
        network = PlainTown.crossing(shared, "");
    }

    @BeforeEach
    void make() throws IOException {
        result = Files.createDirectory(folder.resolve("result"));
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private ImportedTraffic bring(ImportSource source) {
        return new SumoImporter(System.getenv(), TimeLimits.defaults(), ImportLimits.defaults(), temporary)
                .importTraffic(source, ImportOptions.none(), result);
    }

    private ImportedTraffic bring(String net, String routes, String... additional) throws IOException {
        List<Path> more = additional.length == 0 ? List.of() : List.of(file("more.add.xml", additional[0]));
        return bring(new ImportSource.Network(file("town.net.xml", net), List.of(file("town.rou.xml", routes)), more));
    }

    @Test
    void aHarmlessNetworkStaysAsItIsAndItsDemandIsCounted() throws IOException {
        ImportedTraffic traffic = bring(network, PlainTown.routes());
        assertThat(traffic.network().file()).hasContent(network);
        assertThat(traffic.beginSeconds()).isZero();
        assertThat(traffic.endSeconds()).isEqualTo(60);
        assertThat(traffic.demand().vehicles()).isEqualTo(22);
        assertThat(traffic.demand().turns())
                .extracting(turn -> turn.fromRoad() + " " + turn.toRoad() + " " + turn.total())
                .containsExactlyInAnyOrder("w_in e_out 12", "n_in s_out 10");
        assertThat(traffic.remarks()).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aConfigurationGivesFilesAndTimesAndNothingElse() throws IOException {
        file("in/net/town.net.xml", network);
        file("in/a.rou.xml", PlainTown.routes());
        Path configuration = file("in/town.sumocfg", """
                <configuration xmlns:xsi="x">
                    <input><net-file value="net/town.net.xml"/><route-files value="a.rou.xml"/></input>
                    <time><begin value="0:00:10"/><end value="-1"/></time>
                    <output><summary-output value="/tmp/clearway-must-not-be"/></output>
                    <traci_server><remote-port value="8813"/></traci_server>
                </configuration>
                """);
        ImportedTraffic traffic = bring(new ImportSource.Configuration(configuration));
        assertThat(traffic.beginSeconds()).isEqualTo(10);
        assertThat(traffic.endSeconds()).isEqualTo(60);
        assertThat(traffic.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Kind.NOTE);
            assertThat(remark.text()).contains("remote-port").contains("summary-output");
        });
        assertThat(Path.of("/tmp/clearway-must-not-be")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.net.xml", "/etc/hostname", "in/../../outside.net.xml", "link.net.xml"})
    void aConfigurationCannotReachOutOfItsFolder(String name) throws IOException {
        Path outside = file("outside.net.xml", network);
        Path configuration = file(
                "in/town.sumocfg",
                "<configuration><input><net-file value='%s'/></input></configuration>".formatted(name));
        Files.createSymbolicLink(folder.resolve("in/link.net.xml"), outside);
        assertThatThrownBy(() -> bring(new ImportSource.Configuration(configuration)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("net-file: '" + name + "'")
                .hasMessageContaining("outside of the folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {BOMB, SECRET})
    void documentTypesAreRefusedInEveryFile(String type) throws IOException {
        assertThatThrownBy(() -> bring(type + "<net/>", PlainTown.routes())).hasMessageContaining("document type");
        assertThatThrownBy(() -> bring(network, type + "<routes/>")).hasMessageContaining("document type");
        assertThatThrownBy(() -> bring(network, PlainTown.routes(), type + "<additional/>"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("more.add.xml: 'line ")
                .hasMessageContaining("document type");
        Path map = file("town.osm", type + "<osm/>");
        assertThatThrownBy(() -> bring(new ImportSource.StreetMap(map))).hasMessageContaining("document type");
        Path configuration = file("town.sumocfg", type + "<configuration/>");
        assertThatThrownBy(() -> bring(new ImportSource.Configuration(configuration)))
                .hasMessageContaining("document type");
    }

    @Test
    void filesThatTakeInOthersAreRefused() {
        assertThatThrownBy(() -> bring(network, "<routes><include href='/etc/passwd'/></routes>"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("<include>");
        assertThatThrownBy(() -> bring("<net><include href='/etc/passwd'/></net>", PlainTown.routes()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("<include>");
    }

    @Test
    void whatWritesFilesIsLeftOut() throws IOException {
        String writer = folder.resolve("written.xml").toString();
        ImportedTraffic traffic = bring(
                network.replace(
                        "programID=\"0\" offset=\"0\">",
                        "programID=\"0\" offset=\"0\"><param key=\"file\" value=\"%s\"/>".formatted(writer)),
                PlainTown.routes()
                        .replace(
                                "length=\"4.5\"/>",
                                "length=\"4.5\"><param key=\"device.ssm.file\" value=\"%s\"/></vType>"
                                        .formatted(writer)),
                """
                <additional>
                    <inductionLoop id="d" lane="w_in_0" pos="-10" period="60" file="%1$s"/>
                    <edgeData id="x" file="%1$s"/>
                    <timedEvent type="SaveTLSStates" source="J" dest="%1$s"/>
                    <rerouter id="r" edges="w_in" file="%1$s"/>
                </additional>
                """.formatted(writer));
        List<Path> made = Stream.of(List.of(traffic.network().file()), traffic.routes(), traffic.additional())
                .flatMap(List::stream)
                .toList();
        assertThat(made)
                .hasSize(3)
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("written.xml"));
        assertThat(Files.readString(traffic.additional().get(0)))
                .contains("file=\"NUL\"")
                .doesNotContain("edgeData")
                .doesNotContain("timedEvent");
        assertThat(traffic.remarks())
                .anySatisfy(remark -> assertThat(remark.text())
                        .contains("<edgeData>")
                        .contains("<timedEvent>")
                        .contains("file of <rerouter>"));
    }

    @Test
    void packedFilesAreReadUpToTheLimitAndNoFurther() throws IOException {
        Path packed = folder.resolve("town.net.xml.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(network.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path routes = file("town.rou.xml", PlainTown.routes());
        ImportSource source = new ImportSource.Network(packed, List.of(routes), List.of());
        assertThat(bring(source).demand().vehicles()).isEqualTo(22);
        assertThatThrownBy(() -> PlainTown.importer(new ImportLimits(9, 5_000))
                        .importTraffic(source, ImportOptions.none(), Files.createDirectory(folder.resolve("more"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("5000 bytes unpacked");
        assertThatThrownBy(() -> PlainTown.importer(new ImportLimits(1, 5_000_000))
                        .importTraffic(source, ImportOptions.none(), Files.createDirectory(folder.resolve("most"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("at most 1 files");
    }

    @Test
    void idsThatSumoCutsAreRenamedEverywhere() throws IOException {
        String foreign = network.replace("w_in", "größe")
                .replace("tl=\"J\"", "tl=\"Süd 1\"")
                .replace("<tlLogic id=\"J\"", "<tlLogic id=\"Süd 1\"");
        String routes = PlainTown.routes()
                .replace("w_in", "größe")
                .replace("id=\"we\"", "id=\"Weg 1\"")
                .replace("\"car\"", "\"Auto rot\"");
        ImportedTraffic traffic = bring(foreign, routes);
        RoadNetwork roads = traffic.network().roads();
        assertThat(roads.roads()).extracting(RoadNetwork.Road::id).contains("gr_uf6_udfe");
        assertThat(roads.lights()).extracting(RoadNetwork.TrafficLight::id).containsExactly("S_ufcd 1");
        assertThat(Files.readString(traffic.routes().get(0)))
                .contains("from=\"gr_uf6_udfe\"")
                .contains("id=\"Weg_u201\"")
                .contains("type=\"Auto_u20rot\"");
        assertThat(traffic.demand().vehicles()).isEqualTo(22);
        assertThat(traffic.remarks())
                .extracting(ImportedTraffic.Remark::kind, ImportedTraffic.Remark::subject)
                .contains(org.assertj.core.groups.Tuple.tuple(Kind.REPAIRED, "ids"));
    }

    @Test
    void departuresOutOfOrderAndRoutesWithGapsAreMended() throws IOException {
        ImportedTraffic traffic = bring(network, """
                <routes>
                    <vType id="car" length="4.5"/>
                    <vehicle id="late" type="car" depart="50"><route edges="w_in e_out"/></vehicle>
                    <vehicle id="early" type="car" depart="5"><route edges="n_in s_out"/></vehicle>
                    <trip id="lost" depart="20" from="n_out" to="w_in"/>
                </routes>
                """);
        assertThat(traffic.demand().vehicles()).isEqualTo(2);
        assertThat(traffic.demand().withoutRoute()).isEqualTo(1);
        String routes = Files.readString(traffic.routes().get(0));
        assertThat(routes.indexOf("early")).isPositive().isLessThan(routes.indexOf("late"));
        assertThat(Files.readString(traffic.additional().get(0))).contains("vType");
        assertThat(traffic.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Kind.REPAIRED);
            assertThat(remark.text()).contains("in order now").contains("1 vehicles without a route");
        });
    }

    @Test
    void programsOfAdditionalFilesRunInPlaceOfTheNetworks() throws IOException {
        ImportedTraffic traffic = bring(network, PlainTown.routes(), """
                <additional>
                    <tlLogic id="J" programID="night" type="actuated" offset="0">
                        <phase duration="20" minDur="5" maxDur="40" state="GGgrrrGGgrrr"/>
                        <phase duration="3" state="yyyrrryyyrrr"/>
                        <phase duration="20" minDur="5" maxDur="40" state="rrrGGgrrrGGg"/>
                        <phase duration="3" state="rrryyyrrryyy"/>
                    </tlLogic>
                </additional>
                """);
        assertThat(traffic.additional()).isEmpty();
        assertThat(traffic.network().roads().lights().get(0).programs())
                .extracting(RoadNetwork.Program::id)
                .containsExactly("night", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"configuration", "sumoConfiguration", "anything"})
    void theRootOfAConfigurationMeansNothing(String root) throws IOException {
        file("town/net/town.net.xml", network);
        file("town/add/a.rou.xml", PlainTown.routes());
        Path configuration = file("town/run/town.sumocfg", """
                <%1$s><input><net-file value="../net/town.net.xml"/><route-files value="../add/a.rou.xml"/></input></%1$s>
                """.formatted(root));
        assertThat(bring(new ImportSource.Configuration(configuration, folder.resolve("town")))
                        .demand()
                        .vehicles())
                .isEqualTo(22);
    }

    @Test
    void whatAConfigurationSaysOfTheTrafficIsFollowed() throws IOException {
        file("in/town.net.xml", network);
        file("in/a.rou.xml", PlainTown.routes());
        Path configuration = file("in/town.sumocfg", """
                <configuration>
                    <net-file value="town.net.xml"/><route-files value="a.rou.xml"/>
                    <scale value="1.5"/><step-length value="0.5"/><time-to-teleport value="-1"/><mesosim value="true"/>
                </configuration>
                """);
        ImportedTraffic traffic = bring(new ImportSource.Configuration(configuration));
        assertThat(traffic.run().scale()).isEqualTo(1.5);
        assertThat(traffic.run().stepSeconds()).isEqualTo(0.5);
        assertThat(traffic.run().teleportSeconds()).hasValue(-1);
        assertThat(traffic.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Kind.ACTION_REQUIRED);
            assertThat(remark.text()).contains("mesosim");
        });
    }

    @Test
    void daysOfDemandBecomeTheirBusiestHour() throws IOException {
        ImportedTraffic traffic = bring(network, """
                <routes>
                    <flow id="day" begin="0" end="86400" period="600" from="w_in" to="e_out"/>
                    <flow id="peak" begin="28800" end="32400" period="60" from="n_in" to="s_out"/>
                </routes>
                """);
        assertThat(traffic.beginSeconds()).isEqualTo(28800);
        assertThat(traffic.endSeconds()).isEqualTo(32400);
        assertThat(traffic.demand().vehicles()).isEqualTo(66);
        assertThat(traffic.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Kind.ACTION_REQUIRED);
            assertThat(remark.text()).contains("28800 s to 32400 s, with 66 of 204 vehicles");
        });
    }

    @Test
    void tripsFromZoneToZoneAreTaken() throws IOException {
        ImportedTraffic traffic = bring(network, """
                <routes>
                    <flow id="zones" begin="0" end="60" number="7" fromTaz="west" toTaz="east"/>
                    <trip id="one" depart="60" fromTaz="west" toTaz="east"/>
                </routes>
                """, """
                <additional>
                    <taz id="west" edges="w_in"/>
                    <taz id="east"><tazSource id="e_in" weight="1"/><tazSink id="e_out" weight="1"/></taz>
                </additional>
                """);
        assertThat(traffic.demand().vehicles()).isEqualTo(8);
        assertThat(traffic.demand().withoutRoute()).isZero();
    }

    @Test
    void aMatrixOfTripsBetweenZonesBecomesFlows() throws IOException {
        String zones = "<additional><taz id='west' edges='w_in'/><taz id='east' edges='e_out'/></additional>";
        ImportedTraffic traffic = bring(network, """
                <data>
                    <interval id="am" begin="0" end="0:10:00">
                        <tazRelation from="west" to="east" count="12"/><tazRelation from="west" to="west" count="0"/>
                    </interval>
                    <interval id="later" begin="600" end="900"><tazRelation from="west" to="east" count="30"/></interval>
                </data>
                """, zones);
        assertThat(traffic.demand().vehicles()).isEqualTo(42);
        assertThat(traffic.endSeconds()).isEqualTo(900);
        assertThatThrownBy(() -> bring(
                        network,
                        "<data><interval begin='0' end='0'><tazRelation from='west' to='east' count='3'/></interval></data>",
                        zones))
                .hasMessageContaining("town.rou.xml: <tazRelation> has count 3.0 in an interval of 0.0 s");
    }

    @Test
    void whatIsLeftOutAndChangesTheTrafficRequiresAction() throws IOException {
        ImportedTraffic traffic = bring(network, PlainTown.routes(), """
                <additional>
                    <WAUT id="day" refTime="0" startProg="0"><wautSwitch time="100" to="1"/></WAUT>
                    <calibrator id="c" edge="w_in" pos="1" freq="30" output="x.xml">
                        <flow begin="0" end="1800" route="r" vehsPerHour="300"/><flow begin="0" end="9" speed="5"/>
                    </calibrator>
                </additional>
                """);
        assertThat(traffic.remarks())
                .filteredOn(remark -> remark.kind() == Kind.ACTION_REQUIRED)
                .extracting(ImportedTraffic.Remark::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("(WAUT) are not followed"),
                        text -> assertThat(text).contains("150 vehicles"));
    }

    @Test
    void classesThatOnlyANewerSumoKnowsAreRead() throws IOException {
        String newer = network.replaceFirst("(<lane id=\"w_in_0\")", "$1 disallow=\"subway tram cable_car\"")
                .replaceFirst("(<lane id=\"n_in_0\")", "$1 allow=\"passenger scooter\"");
        ImportedTraffic traffic = bring(newer, PlainTown.routes().replace("length=\"4.5\"", "vClass=\"passenger\""));
        assertThat(traffic.demand().vehicles()).isEqualTo(22);
        assertThat(traffic.remarks())
                .extracting(ImportedTraffic.Remark::text)
                .allSatisfy(text -> assertThat(text).contains("scooter became moped"));
    }

    @Test
    void whatANewerSumoWroteAndThisOneRejectsIsToldWithItsVersion() {
        String newer = network.replaceFirst(
                        "generated on .* Version 1[0-9.]*", "generated on x by Eclipse SUMO netconvert 99.2.0")
                .replaceFirst("(<lane id=\"w_in_0\")", "$1 disallow=\"hovercraft\"");
        assertThatThrownBy(() -> bring(newer, PlainTown.routes()))
                .hasMessageContaining("hovercraft")
                .hasMessageContaining("town.net.xml: it was written by SUMO 99.2; this machine has SUMO 1.");
    }

    @Test
    void noDemandMeansOneThatIsMadeUpTheSameForTheSameSeed() throws IOException {
        Path file = file("town.net.xml", network);
        ImportSource source = new ImportSource.Network(file, List.of(), List.of());
        ImportedTraffic first = bring(source);
        Path again = Files.createDirectory(folder.resolve("again"));
        ImportedTraffic second =
                PlainTown.importer(ImportLimits.defaults()).importTraffic(source, ImportOptions.none(), again);
        // four entering lanes, 200 vehicles per hour each, less those that would turn around
        assertThat(first.demand().vehicles()).isBetween(450, 800);
        assertThat(second.demand()).isEqualTo(first.demand());
        assertThat(first.remarks()).anySatisfy(remark -> {
            assertThat(remark.kind()).isEqualTo(Kind.ACTION_REQUIRED);
            assertThat(remark.text()).contains("800 trips per hour were generated");
        });
    }

    @Test
    void aStreetMapBecomesANetworkWithDemand() throws IOException {
        ImportedTraffic traffic = bring(new ImportSource.StreetMap(file("ort.osm.xml", PlainTown.streetMap())));
        assertThat(traffic.network().roads().lights()).hasSize(1);
        assertThat(traffic.demand().vehicles()).isPositive();
        assertThat(traffic.endSeconds() - traffic.beginSeconds()).isBetween(3000.0, 3600.0);
    }

    @Test
    void aMapOfACountryWithLeftHandTrafficKeepsToTheLeft() throws IOException {
        String leeds = PlainTown.streetMap().replace("52.", "53.").replace("'13.", "'-1.");
        ImportedTraffic traffic = bring(new ImportSource.StreetMap(file("leeds.osm", leeds)));
        assertThat(traffic.network().file()).content().contains("lefthand=\"true\"");
        assertThat(traffic.remarks())
                .anySatisfy(remark -> assertThat(remark.text())
                        .contains("traffic keeps to the left, since the map lies in Great Britain"));
        Path tagged =
                file("tagged.osm", leeds.replace("<way id='10'>", "<way id='10'><tag k='driving_side' v='right'/>"));
        assertThat(bring(new ImportSource.StreetMap(tagged)).network().file())
                .content()
                .doesNotContain("lefthand=\"true\"");
    }

    @Test
    void theConverterOfMapsTakesSafeOptionsOnly() throws IOException {
        ImportSource map = new ImportSource.StreetMap(file("ort.osm", PlainTown.streetMap()));
        ImportedTraffic traffic = PlainTown.importer(ImportLimits.defaults())
                .importTraffic(map, converting("--lefthand", "tls.default-type=actuated"), result);
        assertThat(traffic.network().file()).content().contains("lefthand=\"true\"");
        assertThat(traffic.network().roads().lights().get(0).programs().get(0).type())
                .isEqualTo("actuated");
        refused(map, converting("output-file=/tmp/x")).hasMessageContaining("netconvert: 'output-file=/tmp/x'");
        refused(map, converting("keep-edges.input-file=x")).hasMessageContaining("netconvert: ");
        refused(map, converting("tls.set=a b")).hasMessageContaining("letters, digits");
        Path net = file("town.net.xml", network);
        refused(new ImportSource.Network(net, List.of(), List.of()), converting("lefthand"))
                .hasMessageContaining("a finished network is not converted");
    }

    private static ImportOptions converting(String... options) {
        return new ImportOptions(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                1,
                List.of(options));
    }

    @Test
    void timesThatCannotBeAreRefused() throws IOException {
        Path net = file("town.net.xml", network);
        Path routes = file("town.rou.xml", PlainTown.routes());
        ImportSource source = new ImportSource.Network(net, List.of(routes), List.of());
        refused(source, options(OptionalDouble.of(100), OptionalDouble.of(200), OptionalDouble.empty()))
                .hasMessageContaining("begin: '100.0'")
                .hasMessageContaining("no vehicle departs");
        refused(source, options(OptionalDouble.empty(), OptionalDouble.of(30), OptionalDouble.of(30)))
                .hasMessageContaining("horizon: '30.0'")
                .hasMessageContaining("not both");
        refused(source, options(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(0)))
                .hasMessageContaining("horizon: '0.0'");
    }

    @Test
    void anEpisodeMayBeGivenByItsLength() throws IOException {
        Path net = file("town.net.xml", network);
        Path routes = file("town.rou.xml", PlainTown.routes());
        ImportSource source = new ImportSource.Network(net, List.of(routes), List.of());
        ImportOptions options = options(OptionalDouble.of(10), OptionalDouble.empty(), OptionalDouble.of(25));
        ImportedTraffic traffic = PlainTown.importer(ImportLimits.defaults()).importTraffic(source, options, result);
        assertThat(traffic.beginSeconds()).isEqualTo(10);
        assertThat(traffic.endSeconds()).isEqualTo(35);
        // of 22 in a minute
        assertThat(traffic.demand().vehicles()).isBetween(5, 15);
    }

    private static ImportOptions options(OptionalDouble begin, OptionalDouble end, OptionalDouble horizon) {
        return new ImportOptions(begin, end, horizon, OptionalDouble.empty(), 1, List.of());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(ImportSource source, ImportOptions options) {
        return assertThatThrownBy(
                        () -> PlainTown.importer(ImportLimits.defaults()).importTraffic(source, options, result))
                .isInstanceOf(InvalidSetting.class);
    }
}
