package io.clearway.deployments.store;

import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.control.SignalEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code deployment}. */
@Repository
class DeploymentTable implements Deployments {
    private static final String ADD = """
            insert into deployment (id, name, host, port, client_order, scenario, rule, checkpoint_id,
                                    decision_seconds, deadline_millis, until_seconds, recovery_decisions, event_log,
                                    created_at, state, report, updated_at, service)
            values (:id, :name, :host, :port, :clientOrder, :scenario, :rule, :checkpoint,
                    :decisionSeconds, :deadlineMillis, :untilSeconds, :recoveryDecisions, :eventLog,
                    :createdAt, :state, cast(:report as jsonb), :updatedAt, :service)
            """;

    private static final String KEEP = """
            update deployment
               set state = :state, report = cast(:report as jsonb), updated_at = :updatedAt
             where id = :id
            """;

    private static final String UNFINISHED = """
            select * from deployment
             where state not in (:over) and (service = :service or updated_at < :silentSince)
               for update
            """;

    private static final String RESTARTED =
            "the service that controlled it was restarted; start a new deployment if the simulation still runs";

    private static final List<String> FINAL = Arrays.stream(DeploymentState.values())
            .filter(DeploymentState::over)
            .map(Enum::name)
            .toList();

    private final JdbcClient database;
    private final SampleTable samples;
    private final SignalEventTable signalEvents;
    private final SheetTable sheetTable;

    DeploymentTable(JdbcClient database, SampleTable samples, SignalEventTable signalEvents, SheetTable sheetTable) {
        this.database = database;
        this.samples = samples;
        this.signalEvents = signalEvents;
        this.sheetTable = sheetTable;
    }

    @Override
    @Transactional
    public void add(Deployment deployment, DeploymentReport report, String service, SignalSheets sheets) {
        database.sql(ADD)
                .params(DeploymentRows.parameters(deployment))
                .params(DeploymentRows.parameters(report))
                .param("service", service)
                .update();
        sheetTable.add(deployment.id(), sheets);
    }

    @Override
    public Optional<StoredDeployment> find(UUID id) {
        return database.sql("select * from deployment where id = :id")
                .param("id", id)
                .query(DeploymentRows::read)
                .optional();
    }

    @Override
    public List<StoredDeployment> list() {
        return database.sql("select * from deployment order by created_at desc, id limit 1000")
                .query(DeploymentRows::read)
                .list();
    }

    @Override
    public Map<DeploymentState, Integer> countByState() {
        Map<DeploymentState, Integer> counts = new EnumMap<>(DeploymentState.class);
        database.sql("select state, count(*) as deployments from deployment group by state")
                .query(row -> {
                    counts.put(DeploymentState.valueOf(row.getString("state")), row.getInt("deployments"));
                });
        return counts;
    }

    @Override
    @Transactional
    public void keep(UUID id, DeploymentReport report, List<LiveMetrics> newSamples) {
        database.sql(KEEP)
                .param("id", id)
                .params(DeploymentRows.parameters(report))
                .update();
        samples.add(id, newSamples, report.updated());
    }

    @Override
    @Transactional
    public void record(UUID id, List<SignalEvent> events, Instant now) {
        signalEvents.add(id, events, now);
    }

    @Override
    public List<StoredEvent> events(UUID id, int limit) {
        return signalEvents.list(id, limit);
    }

    @Override
    public Optional<SignalSheets> findSheets(UUID id) {
        return sheetTable.find(id);
    }

    @Override
    public List<LiveMetrics> history(UUID id) {
        return samples.list(id);
    }

    @Override
    @Transactional
    public int failUnfinished(String service, Instant silentSince, Instant now) {
        List<StoredDeployment> unfinished = database.sql(UNFINISHED)
                .param("over", FINAL)
                .param("service", service)
                .param("silentSince", silentSince.atOffset(ZoneOffset.UTC))
                .query(DeploymentRows::read)
                .list();
        for (StoredDeployment kept : unfinished) {
            DeploymentReport failed = kept.report().in(DeploymentState.FAILED, RESTARTED, now);
            keep(kept.deployment().id(), failed, List.of());
        }
        return unfinished.size();
    }
}
