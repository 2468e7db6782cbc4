package io.clearway.experiments.worker;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.clearway.experiments.RuleTrials.Place;
import io.clearway.experiments.TrialJobs;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Trials of rules as tasks of db-scheduler; the instance of a task names the trial and how often it was queued. */
@Configuration(proxyBeanMethods = false)
class RuleTrialTasks {
    private static final TaskDescriptor<Void> TRIAL = TaskDescriptor.of("rule-trial", Void.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final double BACK_OFF = 2;

    @Bean
    TrialJobs trialJobs(DataSource database, Clock clock) {
        SchedulerClient client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
        return place ->
                client.scheduleIfNotExists(TRIAL.instance(place.toString()).scheduledTo(clock.instant()));
    }

    @Bean
    static Task<Void> ruleTrialTask(RuleTrialWorker worker, Clock clock) {
        return Tasks.custom(TRIAL)
                .onDeadExecutionRevive()
                // Only the database's failures come here; the trial itself counts the attempts and ends them.
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, BACK_OFF))
                .execute((instance, context) -> {
                    boolean over = worker.play(Place.of(instance.getId()), context.getSchedulerState()::isShuttingDown);
                    return over
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, clock.instant());
                });
    }
}
