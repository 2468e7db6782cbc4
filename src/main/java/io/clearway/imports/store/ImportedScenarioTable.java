package io.clearway.imports.store;

import io.clearway.imports.ImportedScenarios;
import io.clearway.imports.ScenarioExists;
import io.clearway.imports.ScenarioInUse;
import io.clearway.imports.UnknownImport;
import io.clearway.runs.RunStatus;
import io.clearway.runs.Runs;
import io.clearway.scenario.combined.CombinedScenario;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code imported_scenario}. */
@Repository
class ImportedScenarioTable implements ImportedScenarios {
    private static final int MOST_RUNS = Integer.MAX_VALUE;

    // the trials of rules are played without a run; by their own table, since experiments are built upon the catalog
    private static final String RULE_TRIALS = """
            select distinct experiment_id, cast(content as jsonb) ->> 'scenario' as scenario
              from experiment_trial
             where run_id is null and status in ('QUEUED', 'RUNNING')
            """;

    private final JdbcClient database;
    private final Runs runs;

    /** @param runs resolved late: workers need the catalog, which needs this table */
    ImportedScenarioTable(JdbcClient database, @Lazy Runs runs) {
        this.database = database;
        this.runs = runs;
    }

    @Override
    public List<Entry> list() {
        return database.sql("select name, sha256 from imported_scenario order by name")
                .query((row, number) -> new Entry(row.getString("name"), row.getString("sha256")))
                .list();
    }

    @Override
    public Optional<Entry> find(String name) {
        return database.sql("select name, sha256 from imported_scenario where name = :name")
                .param("name", name)
                .query((row, number) -> new Entry(row.getString("name"), row.getString("sha256")))
                .optional();
    }

    @Override
    public Optional<byte[]> archive(Entry kept) {
        return database.sql("select archive from imported_scenario where name = :name and sha256 = :sha256")
                .param("name", kept.name())
                .param("sha256", kept.sha256())
                .query((row, number) -> row.getBytes("archive"))
                .optional();
    }

    @Override
    public Optional<String> findReport(String name) {
        return database.sql("select report from imported_scenario where name = :name")
                .param("name", name)
                .query((row, number) -> row.getString("report"))
                .optional();
    }

    @Override
    @Transactional
    public void save(Entry kept, byte[] archive, String report, boolean replace) {
        int added = database.sql("""
                        insert into imported_scenario (name, sha256, archive, report)
                        values (:name, :sha256, :archive, :report)
                        on conflict (name) do nothing
                        """)
                .param("name", kept.name())
                .param("sha256", kept.sha256())
                .param("archive", archive)
                .param("report", report)
                .update();
        if (added > 0 || find(kept.name()).filter(kept::equals).isPresent()) {
            return;
        }
        if (!replace) {
            throw new ScenarioExists(kept.name());
        }
        requireUnused(kept.name());
        database.sql("""
                        update imported_scenario
                           set sha256 = :sha256, archive = :archive, report = :report, created_at = now()
                         where name = :name
                        """)
                .param("name", kept.name())
                .param("sha256", kept.sha256())
                .param("archive", archive)
                .param("report", report)
                .update();
    }

    @Override
    @Transactional
    public void delete(String name) {
        requireUnused(name);
        int gone = database.sql("delete from imported_scenario where name = :name")
                .param("name", name)
                .update();
        if (gone == 0) {
            throw new UnknownImport(name);
        }
    }

    private void requireUnused(String name) {
        Stream.of(RunStatus.RUNNING, RunStatus.QUEUED)
                .flatMap(status -> runs.list(Optional.of(status), MOST_RUNS).stream())
                .filter(run -> CombinedScenario.names(run.request().scenario()).contains(name))
                .findFirst()
                .ifPresent(run -> {
                    throw new ScenarioInUse(name, run);
                });
        database
                .sql(RULE_TRIALS)
                .query((row, number) ->
                        new RuleTrial(row.getObject("experiment_id", UUID.class), row.getString("scenario")))
                .list()
                .stream()
                .filter(trial -> CombinedScenario.names(trial.scenario()).contains(name))
                .findFirst()
                .ifPresent(trial -> {
                    throw new ScenarioInUse(name, trial.experiment());
                });
    }

    private record RuleTrial(UUID experiment, String scenario) {}
}
