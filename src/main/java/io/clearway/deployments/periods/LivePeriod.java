package io.clearway.deployments.periods;

import io.clearway.deployments.Deployments;
import io.clearway.deployments.Deployments.StoredDeployment;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.control.SignalEvent;
import java.util.List;

/**
 * A period of a deployment.
 *
 * @param of the deployment
 * @param period in simulated time
 * @param samples all that the deployment keeps, by simulated time; those outside of the period are ignored
 * @param events all faults of signals and orders that the deployment keeps; those outside of the period tell what may
 *     last into it
 */
public record LivePeriod(StoredDeployment of, Period period, List<LiveMetrics> samples, List<SignalEvent> events) {
    public LivePeriod {
        samples = samples.stream()
                .filter(sample -> sample.seconds() >= period.from() && sample.seconds() < period.to())
                .toList();
        events = List.copyOf(events);
    }

    /** Faults and orders within the period. */
    List<SignalEvent> eventsWithin() {
        return events.stream()
                .filter(event -> event.seconds() >= period.from() && event.seconds() < period.to())
                .toList();
    }

    /** Faults before the period: how long a signal then runs fixed time is not kept. */
    long faultsBefore() {
        return events.stream()
                .filter(event -> event.kind().isFault() && event.seconds() < period.from())
                .count();
    }

    /** Whether older events than those that are kept, which are as many as can be, may belong to the period. */
    boolean mayLackEvents() {
        return events.size() >= Deployments.MOST_EVENTS
                && events.stream().noneMatch(event -> event.seconds() < period.from());
    }

    /** For people: deployment, controller and period. */
    String title() {
        String controller = of.deployment().controller().label();
        String name = of.deployment().name();
        return "%s, %s, %s".formatted(name.isEmpty() ? of.deployment().id() : name, controller, period);
    }

    double decisionSeconds() {
        return of.deployment().limits().decisionSeconds();
    }

    String scenario() {
        return of.deployment().scenario();
    }

    String simulator() {
        return of.report().live().simulator();
    }
}
