package io.clearway.deployments.live;

import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.LiveStatus;
import io.clearway.deployments.control.ControlStatus;
import io.clearway.deployments.control.ControllerResponse;
import io.clearway.deployments.control.PlanIssuer;
import io.clearway.deployments.control.SignalPlan;
import io.clearway.deployments.control.SignalReadback;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TrafficSimulation;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Controls the signals of one simulation from opening it to releasing it. Once per decision it observes, asks the
 * controller, applies the signal plans and monitors what the signals showed: {@link #control}. Whatever ends it, the
 * signals are returned to the network's programs as long as the simulation responds.
 */
public final class ControlLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);
    /** Longer than two cycles of common fixed-time programs: by then a signal is in step, or never will be. */
    private static final double LONGEST_RELEASE_SECONDS = 300;

    private final ControlTask task;
    private final LiveInterface scenario;
    private final DriveLimits limits;
    private final SimulationSource source;
    private final DriveListener listener;
    private final FrameSampler frames;
    private final Clock clock;
    private volatile boolean stopRequested;

    /**
     * @param task controller, scenario and limits
     * @param source opens the simulation; called once, on the thread of {@link #run}
     * @param listener receives every change of state and every decision
     * @param frames samples pictures of the traffic while they are wanted
     * @param clock wall-clock time of reports
     */
    public ControlLoop(
            ControlTask task, SimulationSource source, DriveListener listener, FrameSampler frames, Clock clock) {
        this.task = task;
        this.scenario = task.binding().scenario();
        this.limits = task.limits();
        this.source = source;
        this.listener = listener;
        this.frames = frames;
        this.clock = clock;
    }

    /** Requests that the signals be released and the loop end; for any thread. */
    public void stop() {
        stopRequested = true;
    }

    @Override
    public void run() {
        try (TrafficSimulation simulation = source.open(() -> stopRequested)) {
            NetworkCheck.requireLights(scenario.lights(), simulation.lights());
            LiveTraffic traffic = subscribe(simulation);
            PlanIssuer issuer =
                    new PlanIssuer(scenario.signals(), traffic.shown(), traffic.seconds(), limits.recoveryDecisions());
            control(simulation, traffic, issuer);
            release(simulation, traffic, issuer);
        } catch (SimulationException | NetworkMismatch expected) {
            listener.stateChanged(DeploymentState.FAILED, String.valueOf(expected.getMessage()));
        } catch (RuntimeException | Error unforeseen) {
            LOG.error("Control loop of {} failed", task.id(), unforeseen);
            listener.stateChanged(DeploymentState.FAILED, "Clearway itself failed: " + unforeseen);
        }
    }

    private LiveTraffic subscribe(TrafficSimulation simulation) {
        try {
            return new LiveTraffic(simulation, scenario, frames);
        } catch (SimulationException refused) {
            throw NetworkMismatch.unreadable(String.valueOf(refused.getMessage()), task.scenario());
        }
    }

    private void control(TrafficSimulation simulation, LiveTraffic traffic, PlanIssuer issuer) {
        double end = Math.min(limits.untilSeconds(), simulation.endSeconds());
        try (TimedController controller = controller()) {
            LiveInterface.Observer observer = scenario.observer();
            while (!stopRequested && traffic.seconds() < end) {
                double now = traffic.seconds();
                double next = Math.min(end, now + limits.decisionSeconds());
                JointObservation observation = observer.observe(traffic.readings(), issuer.shown());
                ControllerResponse response = controller.ask(observation);
                List<SignalPlan> plans = issuer.issue(now, next, observation, response);
                List<SignalReadback> readbacks = traffic.apply(plans, next);
                issuer.monitor(readbacks);
                listener.decided(report(status(simulation, traffic, issuer)));
            }
        } catch (SimulationException lost) {
            throw lost;
        } catch (RuntimeException | Error ours) {
            // the simulation is intact: it must not keep states that are no longer updated
            traffic.release();
            throw ours;
        }
    }

    private TimedController controller() {
        return new TimedController(
                task.binding().controllers().fresh(task.id().getMostSignificantBits()),
                limits.deadlineMillis(),
                "controller-" + task.id());
    }

    /**
     * Synchronizes every signal with its own program, so that it does not jump when it is released, and releases it.
     */
    private void release(TrafficSimulation simulation, LiveTraffic traffic, PlanIssuer issuer) {
        boolean requested = stopRequested;
        listener.stateChanged(DeploymentState.RELEASING, "releases every signal to its own program");
        double limit = Math.min(simulation.endSeconds(), traffic.seconds() + LONGEST_RELEASE_SECONDS);
        while (traffic.seconds() < limit && !issuer.inStep()) {
            double now = traffic.seconds();
            double next = Math.min(limit, now + limits.decisionSeconds());
            issuer.monitor(traffic.apply(issuer.issueRelease(now, next), next));
        }
        traffic.release();
        String time = "at %.0f s of simulated time".formatted(traffic.seconds());
        LiveStatus last = status(simulation, traffic, issuer);
        listener.decided(new DeploymentReport(DeploymentState.RELEASING, "", last, clock.instant()));
        listener.stateChanged(
                requested ? DeploymentState.RELEASED : DeploymentState.ENDED,
                requested ? "every signal was released to its own program " + time : "reached its end " + time);
    }

    private DeploymentReport report(LiveStatus live) {
        List<SignalStatus> faults = live.signalsInFallback();
        return faults.isEmpty()
                ? new DeploymentReport(DeploymentState.DRIVING, "", live, clock.instant())
                : new DeploymentReport(
                        DeploymentState.FALLBACK,
                        describe(faults, live.signals().size()),
                        live,
                        clock.instant());
    }

    private static LiveStatus status(TrafficSimulation simulation, LiveTraffic traffic, PlanIssuer issuer) {
        return new LiveStatus(
                simulation.version(), traffic.metrics(), issuer.counts(), issuer.signals(), traffic.intersections());
    }

    private static String describe(List<SignalStatus> faults, int signals) {
        SignalStatus first = faults.get(0);
        ControlStatus why = first.control();
        return "%d of %d signals run the fixed-time program; %s since %.0f s: %s"
                .formatted(faults.size(), signals, first.light(), why.sinceSeconds(), why.reason());
    }
}
