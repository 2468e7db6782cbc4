package io.clearway.events.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.events.EventLog;
import io.clearway.events.LogTarget;
import io.clearway.events.SignalSite;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.scenario.EpisodeRecords;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.RecordedScenario;
import io.clearway.scenario.SumoCatalog;
import io.clearway.setting.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each measure of a log that SUMO's traffic wrote, computed twice: by the program, and by SQL over the files. */
class SecondComputationTest {
    private static final int DECISIONS = 160;
    private static final long SEED = 3;
    private static final double TOLERANCE = 1e-9;

    @TempDir
    private static Path folder;

    private static EventLog log;
    private static final Map<String, PhasePerformance> MEASURED = new HashMap<>();

    @BeforeAll
    static void play() {
        RecordedScenario grid = (RecordedScenario) SumoCatalog.scenario("grid-5x5");
        LogTarget target = new LogTarget(folder, grid.name(), "max-pressure");
        EpisodeRecords records = new EpisodeRecords(
                grid.name(),
                "max-pressure",
                new EpisodeRecords.Targets(Optional.of(folder), Optional.empty(), Optional.empty(), false));
        Settings settings = grid.settingsFor("max-pressure", Settings.none());
        try (MeasuredEnvironment environment = grid.openRecorded(settings, records)) {
            Controller controller = Objects.requireNonNull(grid.controllers().get("max-pressure"))
                    .fresh(SEED);
            JointObservation seen = environment.reset(SEED);
            for (int decision = 0; decision < DECISIONS; decision++) {
                seen = environment.step(controller.act(seen)).observation();
            }
            environment.finish();
        }
        log = EventLog.open(target.folder(SEED));
        for (SignalSite site : log.header().signals()) {
            SignalPerformance.of(log, site)
                    .phases()
                    .forEach(phase -> MEASURED.put(site.id() + " " + phase.phase(), phase));
        }
    }

    @Test
    void theLogHoldsTrafficWorthMeasuring() {
        assertThat(log.header().endTenths()).isEqualTo(DECISIONS * 50L);
        assertThat(MEASURED.values().stream()
                        .mapToInt(phase -> phase.volume().vehicles())
                        .sum())
                .isGreaterThan(500);
        assertThat(MEASURED.values().stream()
                        .mapToInt(phase -> phase.splits().failures().failed())
                        .sum())
                .isPositive();
        assertThat(MEASURED.values().stream()
                        .mapToInt(phase -> phase.volume().red())
                        .sum())
                .as("nobody drives on red in SUMO")
                .isZero();
    }

    @Test
    void approachVolume() throws SQLException {
        same(
                "SELECT signal, phase, count(*) FROM actuation WHERE kind = 'COUNT' GROUP BY ALL",
                phase -> phase.volume().vehicles());
    }

    @Test
    void turningCounts() throws SQLException {
        same(
                """
                SELECT signal, phase, count(*) FROM actuation WHERE kind = 'COUNT' AND contains(movements, 'l')
                GROUP BY ALL""",
                phase -> phase.volume().turns().entrySet().stream()
                        .filter(turn -> turn.getKey().contains("l"))
                        .mapToInt(Map.Entry::getValue)
                        .sum());
    }

    @Test
    void volumeToCapacity() throws SQLException {
        same("""
                SELECT g.signal, g.phase, count(a.t) / (1900 * lanes * tenths / 36000.0)
                FROM green g
                JOIN (SELECT signal, phase, count(*) AS lanes FROM detector WHERE kind = 'COUNT' GROUP BY ALL) l
                  ON g.signal = l.signal AND g.phase = l.phase
                LEFT JOIN actuation a ON g.signal = a.signal AND g.phase = a.phase AND kind = 'COUNT'
                GROUP BY g.signal, g.phase, lanes, tenths""", phase -> phase.volume().toCapacity());
    }

    @Test
    void arrivalsOnGreen() throws SQLException {
        same(
                "SELECT signal, phase, avg(CASE code WHEN 1 THEN 1 ELSE 0 END) FROM arrival GROUP BY ALL",
                phase -> phase.progression().onGreen());
    }

    @Test
    void platoonRatio() throws SQLException {
        same("""
                SELECT a.signal, a.phase,
                       avg(CASE code WHEN 1 THEN 1 ELSE 0 END) / (any_value(tenths) / (any_value(z) - any_value(a.a)))
                FROM (SELECT * FROM arrival, span) a JOIN green g ON a.signal = g.signal AND a.phase = g.phase
                GROUP BY a.signal, a.phase""", phase -> phase.progression().platoonRatio());
    }

    @Test
    void splitFailures() throws SQLException {
        same(
                "SELECT signal, phase, count(*) FILTER (gor >= 0.79 AND ror >= 0.79) FROM ratio GROUP BY ALL",
                phase -> phase.splits().failures().failed());
        same(
                "SELECT signal, phase, count(*) FROM ratio GROUP BY ALL",
                phase -> phase.splits().failures().cycles());
        same(
                "SELECT signal, phase, avg(gor) FROM ratio GROUP BY ALL",
                phase -> phase.splits().failures().greenOccupancy());
        same(
                "SELECT signal, phase, avg(ror) FROM ratio GROUP BY ALL",
                phase -> phase.splits().failures().redOccupancy());
    }

    @Test
    void greenUtilization() throws SQLException {
        same("""
                SELECT s.signal, s.phase,
                       sum(CASE WHEN o.since IS NULL THEN 0
                                ELSE greatest(0, least(o.until, s.until) - greatest(o.since, s.since)) END)
                         / any_value(tenths)
                FROM shown s
                JOIN green g ON s.signal = g.signal AND s.phase = g.phase
                LEFT JOIN occupied o ON s.signal = o.signal AND s.phase = o.phase
                  AND o.since < s.until AND o.until > s.since
                WHERE code = 1 GROUP BY s.signal, s.phase""", phase -> phase.splits().utilization());
    }

    @Test
    void splitMonitor() throws SQLException {
        same(
                "SELECT signal, phase, avg(over - green) / 10 FROM split WHERE over IS NOT NULL GROUP BY ALL",
                phase -> phase.splits().meanSeconds());
        same(
                "SELECT signal, phase, count(*) FROM split WHERE over IS NOT NULL GROUP BY ALL",
                phase -> phase.splits().count());
        same(
                "SELECT signal, phase, quantile_disc(over - green, 0.85) / 10 FROM split WHERE over IS NOT NULL GROUP BY ALL",
                phase -> phase.splits().percentile85Seconds());
    }

    @Test
    void phaseTermination() throws SQLException {
        same(
                "SELECT signal, parameter, count(*) FROM event WHERE code = 6 GROUP BY ALL",
                phase -> phase.terminations().forceOffs());
    }

    /** The grid's vehicles brake so hard that hardly any drives on yellow: those on green are compared too. */
    @Test
    void yellowAndRedActuations() throws SQLException {
        String during = """
                SELECT a.signal, a.phase, count(*)
                FROM actuation a JOIN shown s ON a.signal = s.signal AND a.phase = s.phase
                  AND since <= t AND t < until
                WHERE kind = 'COUNT' AND NOT shared AND code = %d GROUP BY ALL""";
        try (SqlMeasures second = new SqlMeasures(log)) {
            Map<String, Double> yellow = second.query(during.formatted(8));
            Map<String, Double> green = second.query(during.formatted(1));
            assertThat(green).isNotEmpty().allSatisfy((phase, vehicles) -> {
                PhasePerformance.Volume volume =
                        Objects.requireNonNull(MEASURED.get(phase)).volume();
                assertThat((double) volume.yellow()).isEqualTo(yellow.getOrDefault(phase, 0.0));
                assertThat(volume.vehicles() - volume.yellow() - volume.red())
                        .isGreaterThanOrEqualTo(vehicles.intValue());
            });
        }
    }

    /** Phases that SQL has no row for have 0 or no value. */
    private static void same(String sql, ToDoubleFunction<PhasePerformance> measure) throws SQLException {
        try (SqlMeasures second = new SqlMeasures(log)) {
            Map<String, Double> values = second.query(sql);
            assertThat(values).isNotEmpty();
            MEASURED.forEach((phase, measured) -> {
                double expected = values.getOrDefault(phase, 0.0);
                double found = measure.applyAsDouble(measured);
                assertThat(Double.isNaN(found) ? 0 : found).as(phase).isCloseTo(expected, within(TOLERANCE));
            });
        }
    }
}
