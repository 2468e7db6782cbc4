package io.clearway.runs.worker;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.clearway.runs.RunQueue;
import io.clearway.setting.InvalidSetting;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Runs as tasks of db-scheduler; the instance of a task is the run's id. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
class RunTasks {
    private static final TaskDescriptor<Void> RUN = TaskDescriptor.of("run", Void.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final double BACK_OFF = 2;

    /** @param longestWait after it the queue interrupts running jobs, whatever the worker's grace period */
    RunTasks(WorkerSettings settings, @Value("${db-scheduler.shutdown-max-wait:30m}") Duration longestWait) {
        if (settings.shutdownGrace().compareTo(longestWait) >= 0) {
            throw new InvalidSetting(
                    "db-scheduler.shutdown-max-wait",
                    longestWait.toSeconds() + "s",
                    "give more than clearway.worker.shutdown-grace, which is %ds"
                            .formatted(settings.shutdownGrace().toSeconds()));
        }
    }

    @Bean
    RunQueue runQueue(DataSource database, Clock clock) {
        SchedulerClient client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
        return run -> client.scheduleIfNotExists(RUN.instance(run.toString()).scheduledTo(clock.instant()));
    }

    @Bean
    static Task<Void> runTask(RunWorker worker, Clock clock) {
        return Tasks.custom(RUN)
                .onDeadExecutionRevive()
                // Only the database's failures come here; the run itself counts the attempts and ends them.
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, BACK_OFF))
                .execute((instance, context) -> {
                    UUID run = UUID.fromString(instance.getId());
                    var outcome = worker.work(run, context.getSchedulerState()::isShuttingDown);
                    return switch (outcome) {
                        case DONE -> new CompletionHandler.OnCompleteRemove<>();
                        case AGAIN -> (complete, operations) -> operations.reschedule(complete, clock.instant());
                    };
                });
    }
}
