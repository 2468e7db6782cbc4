package io.clearway.events.measures;

import io.clearway.events.EventLog;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * The measures once more, by SQL over the files of a log: nothing of the program's own code takes part, not even its
 * reader.
 */
final class SqlMeasures implements AutoCloseable {
    private final Connection connection;

    SqlMeasures(EventLog log) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        String folder = log.folder().toAbsolutePath().toString().replace("'", "''");
        execute(TABLES.replaceAll("FOLDER", Matcher.quoteReplacement(folder)));
    }

    /** Executes commands, such as those that make further tables. */
    void execute(String commands) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (String command : commands.split(";", -1)) {
                if (!command.isBlank()) {
                    sql.execute(command);
                }
            }
        }
    }

    /** A measure by signal and phase, as {@code id phase}; where it has no value, it is left out. */
    Map<String, Double> query(String sql) throws SQLException {
        Map<String, Double> values = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                double value = rows.getDouble(3);
                if (!rows.wasNull()) {
                    values.put(rows.getString(1) + " " + rows.getInt(2), value);
                }
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static final String TABLES = """
            CREATE TABLE log AS SELECT * FROM read_json('FOLDER/log.json', maximum_object_size = 100000000);
            CREATE TABLE span AS SELECT beginTenths AS a, endTenths AS z FROM log;
            CREATE TABLE detector AS
              SELECT id AS signal, d.number AS detector, d.phase AS phase, d.kind AS kind, d.lane.movements AS movements,
                     d.lane.shared AS shared, d.reach.tenthsToStopLine AS ahead
              FROM (SELECT s.id AS id, unnest(s.detectors) AS d FROM (SELECT unnest(signals) AS s FROM log));
            CREATE TABLE event AS
              SELECT CAST(round(time * 10) AS BIGINT) AS t, signal, code, parameter
              FROM read_csv('FOLDER/signal-*.csv.gz', header = true,
                            columns = {'time': 'DOUBLE', 'signal': 'VARCHAR', 'code': 'INT', 'parameter': 'INT'});
            CREATE TABLE shown AS
              SELECT signal, parameter AS phase, code, t AS since,
                     lead(t, 1, (SELECT z FROM span)) OVER following AS until,
                     lead(code) OVER following AS code2, lead(code, 2) OVER following AS code3,
                     lead(t, 2) OVER following AS third
              FROM event WHERE code IN (1, 8, 9)
              WINDOW following AS (PARTITION BY signal, parameter
                                   ORDER BY t, CASE code WHEN 8 THEN 0 WHEN 9 THEN 1 ELSE 2 END);
            CREATE TABLE actuation AS
              SELECT t, e.signal, phase, kind, movements, shared, ahead
              FROM event e JOIN detector d ON e.signal = d.signal AND e.parameter = d.detector
              WHERE code = 82;
            CREATE TABLE green AS
              SELECT signal, phase, sum(until - since) AS tenths FROM shown WHERE code = 1 GROUP BY ALL;
            CREATE TABLE change AS
              SELECT e.signal, phase, t, sum(CASE code WHEN 82 THEN 1 ELSE -1 END) AS step
              FROM event e JOIN detector d ON e.signal = d.signal AND e.parameter = d.detector
              WHERE code IN (81, 82) AND kind = 'PRESENCE' GROUP BY ALL;
            CREATE TABLE occupied AS
              SELECT signal, phase, since, until FROM
                (SELECT signal, phase, t AS since, sum(step) OVER following AS vehicles,
                        lead(t, 1, 1000000000) OVER following AS until
                 FROM change WINDOW following AS (PARTITION BY signal, phase ORDER BY t))
              WHERE vehicles > 0;
            CREATE TABLE cycle AS
              SELECT signal, phase, since AS green, until AS yellow, third AS red FROM shown, span
              WHERE code = 1 AND code2 = 8 AND code3 = 9 AND until > since AND third + 50 <= z;
            CREATE TABLE ratio AS
              SELECT c.signal, c.phase, c.green,
                     sum(CASE WHEN o.since IS NULL THEN 0
                              ELSE greatest(0, least(o.until, yellow) - greatest(o.since, green)) END)
                         / (yellow - green) AS gor,
                     sum(CASE WHEN o.since IS NULL THEN 0
                              ELSE greatest(0, least(o.until, red + 50) - greatest(o.since, red)) END) / 50 AS ror
              FROM cycle c LEFT JOIN occupied o
                ON c.signal = o.signal AND c.phase = o.phase AND o.since < red + 50 AND o.until > green
              GROUP BY c.signal, c.phase, c.green, yellow, red;
            CREATE TABLE arrival AS
              SELECT a.signal, a.phase, coalesce(code, 9) AS code
              FROM (SELECT signal, phase, t + ahead AS t FROM actuation, span
                    WHERE kind = 'ADVANCE' AND t + ahead < z) a
              LEFT JOIN shown s ON a.signal = s.signal AND a.phase = s.phase AND since <= a.t AND a.t < until;
            CREATE TABLE split AS
              SELECT g.signal, g.parameter AS phase, g.t AS green,
                     CASE WHEN EXISTS (SELECT 1 FROM event c WHERE c.signal = g.signal AND c.parameter = g.parameter
                                       AND c.code = 10 AND c.t = y.t)
                          THEN (SELECT min(e.t) FROM event e WHERE e.signal = g.signal
                                AND e.parameter = g.parameter AND e.code = 11 AND e.t >= y.t)
                          ELSE y.t END AS over
              FROM event g ASOF JOIN (SELECT signal, parameter, t FROM event WHERE code = 9) y
                ON g.signal = y.signal AND g.parameter = y.parameter AND g.t < y.t
              WHERE g.code = 1;
            """;
}
