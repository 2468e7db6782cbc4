package io.clearway.scenario.atsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.CorridorMeasures;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.scenario.CsvFile;
import io.clearway.scenario.EpisodeRecords;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SumoCatalog;
import io.clearway.scenario.corridor.CorridorFinder;
import io.clearway.scenario.corridor.CorridorRequest;
import io.clearway.scenario.corridor.CorridorWay;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corridor of the grid in real traffic under fixed time, against what SUMO itself writes for the same seed. */
class CorridorTest {
    private static final String RULE = "fixed-time";
    private static final long SEED = 7;
    private static final int DECISIONS = 80;
    private static final int END_SECONDS = 400;
    private static final String BEFORE = "np18_nt11";
    private static final List<String> ROADS = List.of("nt11_nt12", "nt12_nt13");
    private static final Pattern VALUE = Pattern.compile(" (time|id|lane)=\"([^\"]*)\"");

    @TempDir
    private Path folder;

    private static SignalScenario grid() {
        return (SignalScenario) SumoCatalog.scenario("grid-5x5");
    }

    private static Map<Metric, Double> play(SignalScenario grid, MeasuredEnvironment environment) {
        Controller controller =
                Objects.requireNonNull(grid.controllers().get(RULE)).fresh(SEED);
        JointObservation seen = environment.reset(SEED);
        for (int decision = 0; decision < DECISIONS; decision++) {
            seen = environment.step(controller.act(seen)).observation();
        }
        return environment.finish();
    }

    @Test
    void travelTimesAreThoseOfPlainSumoAndRecordingDoesNotChangeTheTraffic() throws Exception {
        SignalScenario grid = grid();
        Settings settings = grid.settingsFor(RULE, Settings.none());
        EpisodeRecords records = new EpisodeRecords(
                grid.name(),
                RULE,
                new EpisodeRecords.Targets(
                        Optional.empty(),
                        Optional.of(folder.resolve("traces")),
                        Optional.of(new EpisodeRecords.Corridor("nt11,nt12,nt13", folder.resolve("corridor"))),
                        true));
        try (MeasuredEnvironment recorded = grid.openRecorded(settings, records);
                MeasuredEnvironment plain = grid.open(settings, SamplingMode.EVERY_SECOND)) {
            Map<Metric, Double> figures = play(grid, recorded);
            assertThat(figures).isEqualTo(play(grid, plain));
            Map<String, Double> expected = travelTimes(grid, settings);
            assertThat(expected).hasSizeGreaterThan(10);
            assertThat(passages()).isEqualTo(expected);
            CorridorMeasures measures = recorded.travel().corridors().get(0);
            assertThat(measures.direction()).isEqualTo("nt11 to nt13");
            assertThat(measures.times().mean())
                    .isCloseTo(
                            expected.values().stream()
                                    .mapToDouble(seconds -> seconds)
                                    .average()
                                    .orElseThrow(),
                            within(1e-9));
            // signals stand 200 m apart, where 20 m/s are allowed
            assertThat(measures.way()).isEqualTo(new CorridorMeasures.Way(400, 20));
            assertThat(measures.stopsPerVehicle()).isPositive();
            assertThat(plain.travel().corridors()).isEmpty();
            assertThat(recorded.travel().signals())
                    .allSatisfy(signal -> assertThat(signal.delay().halts()).isFinite())
                    .anySatisfy(signal -> assertThat(signal.delay().halts()).isPositive());
            assertThat(plain.travel().signals())
                    .anySatisfy(signal -> assertThat(signal.delay().halts()).isNaN());
            checkTraces(figures);
        }
    }

    private Map<String, Double> passages() {
        Map<String, Double> found = new TreeMap<>();
        CsvFile.read(folder.resolve("corridor/fixed-time-7/passages.csv"), row -> {
            if (row[0].equals("nt11 to nt13")) {
                found.put(row[1], Double.parseDouble(row[4]));
            }
        });
        return found;
    }

    private void checkTraces(Map<Metric, Double> figures) {
        List<String[]> all = new ArrayList<>();
        CsvFile.read(folder.resolve("traces/fixed-time-7.csv"), all::add);
        assertThat(all).hasSize(END_SECONDS);
        assertThat(column(all, 2).average().orElseThrow())
                .isCloseTo(figures.getOrDefault(Metric.MEAN_QUEUE, Double.NaN), within(1e-9));
        assertThat(column(all, 3).average().orElseThrow())
                .isCloseTo(figures.getOrDefault(Metric.MEAN_WAITING, Double.NaN), within(1e-9));
        assertThat(column(all, 4).sum()).isEqualTo(figures.getOrDefault(Metric.ARRIVED, Double.NaN));
        assertThat(Double.parseDouble(all.get(END_SECONDS - 1)[0])).isEqualTo(END_SECONDS);
    }

    private static DoubleStream column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column]));
    }

    /** Travel times by vehicle from SUMO's own floating car data, which it writes when run by its own configuration. */
    private Map<String, Double> travelTimes(SignalScenario grid, Settings settings) throws Exception {
        Path sumo = folder.resolve("sumo");
        new SumoSimulator(System.getenv(), Path.of("target", "test-networks"), TimeLimits.defaults())
                .writeConfiguration(grid.setup(settings, SEED), END_SECONDS, sumo);
        Files.write(
                sumo.resolve("edges.txt"),
                Stream.concat(Stream.of(BEFORE, "nt6_nt11", "nt16_nt11"), ROADS.stream())
                        .map(road -> "edge:" + road)
                        .toList());
        Process process = new ProcessBuilder(
                        "sumo",
                        "-c",
                        "clearway.sumocfg",
                        "--no-step-log",
                        "--fcd-output",
                        "fcd.xml",
                        "--fcd-output.filter-edges.input-file",
                        "edges.txt")
                .directory(sumo.toFile())
                .redirectErrorStream(true)
                .redirectOutput(sumo.resolve("log.txt").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return travelTimes(sumo.resolve("fcd.xml"));
    }

    private static Map<String, Double> travelTimes(Path fcd) throws IOException {
        Map<String, Map<String, Double>> lastOnRoad = new HashMap<>();
        double seconds = 0;
        for (String line : Files.readAllLines(fcd)) {
            Map<String, String> values = new HashMap<>();
            Matcher matcher = VALUE.matcher(line);
            while (matcher.find()) {
                values.put(matcher.group(1), matcher.group(2));
            }
            if (line.contains("<timestep")) {
                seconds = Double.parseDouble(values.getOrDefault("time", ""));
            } else if (line.contains("<vehicle")) {
                String lane = values.getOrDefault("lane", "");
                String road = lane.substring(0, lane.lastIndexOf('_'));
                String place = road.endsWith("_nt11") ? BEFORE : road;
                lastOnRoad
                        .computeIfAbsent(values.getOrDefault("id", ""), id -> new HashMap<>())
                        .put(place, seconds);
            }
        }
        Map<String, Double> times = new TreeMap<>();
        lastOnRoad.forEach((vehicle, last) -> {
            boolean whole = last.containsKey(BEFORE) && last.keySet().containsAll(ROADS);
            double end = last.getOrDefault(ROADS.get(1), 0.0);
            // who was there in the last step has not left
            if (whole && end < END_SECONDS - 1) {
                times.put(vehicle, end - last.getOrDefault(BEFORE, 0.0));
            }
        });
        return times;
    }

    @Test
    void corridorsAreFoundThereAndBack() {
        SignalScenario grid = grid();
        CorridorFinder finder = new CorridorFinder(grid.network().compiled().roads());
        List<CorridorWay> ways = finder.find(CorridorRequest.of("nt11,nt13,nt15"));
        assertThat(ways).extracting(CorridorWay::name).containsExactly("nt11 to nt15", "nt15 to nt11");
        assertThat(ways.get(1).roads()).containsExactly("nt15_nt14", "nt14_nt13", "nt13_nt12", "nt12_nt11");
        assertThat(ways.get(0).stretches())
                .extracting(stretch -> stretch.end().light())
                .containsExactly("nt12", "nt13", "nt14", "nt15");
        assertThat(finder.find(CorridorRequest.of("nt11_nt12,nt12_nt13")))
                .singleElement()
                .satisfies(way -> assertThat(way.roads()).isEqualTo(ROADS));
        assertThat(finder.find(CorridorRequest.of("sumo-networks/grid-5x5/corridors/middle-row.yaml")))
                .isEqualTo(finder.find(CorridorRequest.of("nt11,nt12,nt13,nt14,nt15")));
    }

    @Test
    void placesThatDoNotFitAreRefused() throws IOException {
        CorridorFinder finder = new CorridorFinder(grid().network().compiled().roads());
        List<String> messages = new ArrayList<>();
        for (String given : List.of("nt11,nt99", "nt11_nt12,nt14_nt15", "np18_nt11,nt11_nt12", "nowhere", "nt11")) {
            assertThatThrownBy(() -> finder.find(CorridorRequest.of(given)))
                    .isInstanceOf(InvalidSetting.class)
                    .satisfies(refused -> messages.add(refused.getMessage()));
        }
        assertThat(messages.get(0)).contains("--corridor").contains("nt99").contains("ids of traffic lights");
        assertThat(messages.get(1)).contains("nt14_nt15").contains("begins where nt11_nt12 ends");
        assertThat(messages.get(2)).contains("np18_nt11").contains("begin with the road after it");
        assertThat(messages.get(3)).contains("nowhere");
        assertThat(messages.get(4)).contains("two signals");
        Path file = folder.resolve("two.yaml");
        Files.writeString(file, "name: x\nsignals: [a, b]\nroads: [c]\n");
        assertThatThrownBy(() -> CorridorRequest.of(file.toString())).hasMessageContaining("one of them");
    }
}
