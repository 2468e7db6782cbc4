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
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.setting.Settings;
import io.clearway.sumo.WalkedTown;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls of a log with vehicles and persons, and what is measured of them, computed once more by SQL over its files,
 * from what signals showed and detectors reported alone.
 */
class CallsSecondComputationTest {
    private static final int END = 900;
    private static final long SEED = 3;
    private static final double TOLERANCE = 1e-9;

    /** Times without walk, each with the first moment in it at which somebody waited. */
    private static final String WALKS = """
            CREATE TABLE walk AS
              SELECT signal, phase, since, until FROM
                (SELECT signal, parameter AS phase, code, t AS since,
                        lead(t, 1, (SELECT z FROM span)) OVER (PARTITION BY signal, parameter ORDER BY t, code) AS until
                 FROM event WHERE code IN (21, 22, 23))
              WHERE code = 21;
            CREATE TABLE gap AS
              SELECT signal, phase, lag(until, 1, a) OVER (PARTITION BY signal, phase ORDER BY since) AS since,
                     since AS until
              FROM walk, span
              UNION ALL SELECT signal, phase, max(until), any_value(z) FROM walk, span GROUP BY signal, phase;
            CREATE TABLE pedestrian AS
              SELECT id AS signal, d.number AS detector, d.phase AS phase
              FROM (SELECT s.id AS id, unnest(s.pedestrianDetectors) AS d FROM (SELECT unnest(signals) AS s FROM log));
            CREATE TABLE waiting AS
              SELECT signal, phase, since, until FROM
                (SELECT e.signal, phase, code, t AS since,
                        lead(t, 1, (SELECT z FROM span)) OVER (PARTITION BY e.signal, detector ORDER BY t) AS until
                 FROM event e JOIN pedestrian p ON e.signal = p.signal AND e.parameter = p.detector
                 WHERE code IN (89, 90))
              WHERE code = 90;
            CREATE TABLE called AS
              SELECT g.signal, g.phase, g.until, min(greatest(g.since, w.since)) AS t
              FROM gap g JOIN waiting w ON g.signal = w.signal AND g.phase = w.phase
                AND w.since < g.until AND w.until > g.since
              GROUP BY ALL;
            """;

    @TempDir
    private static Path folder;

    private static EventLog log;

    @BeforeAll
    static void play() throws IOException {
        SignalScenario town = WalkedTown.scenario(folder, END);
        LogTarget target = new LogTarget(folder.resolve("events"), town.name(), "fixed-time");
        EpisodeRecords records = new EpisodeRecords(
                town.name(),
                "fixed-time",
                new EpisodeRecords.Targets(
                        Optional.of(folder.resolve("events")), Optional.empty(), Optional.empty(), false));
        Settings settings = town.settingsFor("fixed-time", Settings.none());
        try (MeasuredEnvironment environment = town.openRecorded(settings, records)) {
            Controller controller =
                    Objects.requireNonNull(town.controllers().get("fixed-time")).fresh(SEED);
            JointObservation seen = environment.reset(SEED);
            for (int decision = 0; decision < END / 5; decision++) {
                seen = environment.step(controller.act(seen)).observation();
            }
            environment.finish();
        }
        log = EventLog.open(target.folder(SEED));
    }

    /** Events with a code, by phase. */
    private static Map<String, Double> events(SqlMeasures second, int code) throws SQLException {
        return second.query(
                "SELECT signal, parameter, count(*) FROM event WHERE code = %d GROUP BY ALL".formatted(code));
    }

    @Test
    void aPhaseIsCalledWhileItsPresenceDetectorsAreOccupiedAndItIsNotGreen() throws SQLException {
        try (SqlMeasures second = new SqlMeasures(log)) {
            Map<String, Double> occupied = second.query("""
                    SELECT o.signal, o.phase,
                           sum(least(until, z) - since) - any_value(coalesce(green, 0))
                    FROM (SELECT * FROM occupied, span) o
                    LEFT JOIN (SELECT o.signal, o.phase,
                                      sum(greatest(0, least(o.until, s.until) - greatest(o.since, s.since))) AS green
                               FROM occupied o JOIN shown s ON o.signal = s.signal AND o.phase = s.phase
                               WHERE code = 1 GROUP BY ALL) g
                      ON o.signal = g.signal AND o.phase = g.phase
                    GROUP BY o.signal, o.phase""");
            Map<String, Double> called = second.query("""
                    SELECT signal, phase, sum(until - t) FROM
                      (SELECT signal, parameter AS phase, code, t,
                              lead(t, 1, (SELECT z FROM span)) OVER following AS until
                       FROM event WHERE code IN (43, 44)
                       WINDOW following AS (PARTITION BY signal, parameter ORDER BY t, code DESC))
                    WHERE code = 43 GROUP BY ALL""");
            assertThat(called).hasSize(2).isEqualTo(occupied);
            assertThat(events(second, 43).values()).allMatch(calls -> calls > 10);
        }
    }

    @Test
    void pedestriansCallOnceBetweenWalksFromWhenSomebodyWaits() throws SQLException {
        try (SqlMeasures second = new SqlMeasures(log)) {
            second.execute(WALKS);
            assertThat(events(second, 45))
                    .hasSize(4)
                    .isEqualTo(second.query("SELECT signal, phase, count(*) FROM called GROUP BY ALL"));
        }
    }

    @Test
    void pedestrianDelay() throws SQLException {
        try (SqlMeasures second = new SqlMeasures(log)) {
            second.execute(WALKS);
            String delay = "SELECT signal, phase, %s FROM called, span WHERE until < z GROUP BY signal, phase";
            Map<String, Double> mean = second.query(delay.formatted("avg(until - t) / 10"));
            Map<String, Double> longest = second.query(delay.formatted("max(until - t) / 10"));
            Map<String, Double> walks = second.query(delay.formatted("count(*)"));
            assertThat(mean)
                    .hasSize(4)
                    .allSatisfy((phase, seconds) -> assertThat(seconds).isBetween(1.0, 90.0));
            int crossings = 0;
            for (SignalSite site : log.header().signals()) {
                for (PhasePerformance phase : SignalPerformance.of(log, site).phases()) {
                    String key = site.id() + " " + phase.phase();
                    PhasePerformance.Pedestrians measured = phase.pedestrians();
                    assertThat((double) measured.walks()).isEqualTo(walks.getOrDefault(key, 0.0));
                    if (measured.walks() > 0) {
                        crossings++;
                        assertThat(measured.meanDelaySeconds())
                                .isCloseTo(Objects.requireNonNull(mean.get(key)), within(TOLERANCE));
                        assertThat(measured.longestDelaySeconds())
                                .isCloseTo(Objects.requireNonNull(longest.get(key)), within(TOLERANCE));
                    }
                }
            }
            assertThat(crossings).isEqualTo(4);
        }
    }
}
