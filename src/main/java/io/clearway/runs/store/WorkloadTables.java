package io.clearway.runs.store;

import io.clearway.runs.RunStatus;
import io.clearway.runs.Workload;
import io.clearway.runs.Workload.Heartbeat;
import io.clearway.runs.Workloads;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts over table {@code run} and over the queue's own table, without locks. */
@Repository
class WorkloadTables implements Workloads {
    private static final String WAITING = """
            select count(*) as jobs,
                   coalesce(extract(epoch from now() - min(execution_time)), 0)::double precision as oldest,
                   pg_database_size(current_database()) as bytes
              from scheduled_tasks
             where not picked and execution_time <= now()
            """;

    private static final String PULSES = """
            select picked_by as worker,
                   extract(epoch from now() - min(last_heartbeat))::double precision as silent
              from scheduled_tasks
             where picked and picked_by is not null and last_heartbeat is not null
             group by picked_by
             order by silent desc
             limit 100
            """;

    private final JdbcClient database;

    WorkloadTables(JdbcClient database) {
        this.database = database;
    }

    private record Waiting(int jobs, double oldest, long bytes) {}

    @Override
    public Workload now() {
        Waiting waiting = database.sql(WAITING)
                .query((row, number) -> new Waiting(row.getInt("jobs"), row.getDouble("oldest"), row.getLong("bytes")))
                .single();
        List<Heartbeat> pulses = database.sql(PULSES)
                .query((row, number) -> new Heartbeat(row.getString("worker"), Math.max(0, row.getDouble("silent"))))
                .list();
        return new Workload(runs(), waiting.jobs(), Math.max(0, waiting.oldest()), pulses, waiting.bytes());
    }

    private Map<RunStatus, Integer> runs() {
        Map<RunStatus, Integer> runs = new EnumMap<>(RunStatus.class);
        database.sql("select status, count(*) as runs from run group by status").query(row -> {
            runs.put(RunStatus.valueOf(row.getString("status")), row.getInt("runs"));
        });
        return runs;
    }
}
