package io.clearway.deployments.live;

import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.LiveStatus;
import io.clearway.deployments.control.ControlMode;
import io.clearway.deployments.control.ControlStatus;
import io.clearway.deployments.control.ControllerResponse;
import io.clearway.deployments.control.DecisionLimits;
import io.clearway.deployments.control.OperatorOrder;
import io.clearway.deployments.control.PlanIssuer;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import io.clearway.setting.EnumWords;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TrafficSimulation;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
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

    private static final int MAX_ORDERS = 1000;

    /** Signals change on whole seconds. */
    private static final double SECOND = 1;

    private final ControlTask task;
    private final LiveInterface scenario;
    private final DriveLimits limits;
    private final SimulationSource source;
    private final DriveListener listener;
    private final FrameSampler frames;
    private final Clock clock;
    private final Queue<OperatorOrder> orders = new ArrayBlockingQueue<>(MAX_ORDERS);
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

    /**
     * Gives an operator's order; it is carried out before the next simulated second. For any thread.
     *
     * @throws InvalidSetting when the deployment has no such signal or stage, or too many orders are waiting
     */
    public void order(OperatorOrder order) {
        order.requireFit(scenario.signals());
        if (!orders.offer(order)) {
            throw new InvalidSetting(
                    "action",
                    EnumWords.of(order.action()),
                    "%d orders are waiting already; try again in a second".formatted(MAX_ORDERS));
        }
    }

    @Override
    public void run() {
        try (TrafficSimulation simulation = source.open(() -> stopRequested)) {
            NetworkCheck.requireLights(scenario.lights(), simulation.lights());
            LiveTraffic traffic = subscribe(simulation);
            PlanIssuer issuer = new PlanIssuer(
                    scenario.signals(),
                    scenario.lights(),
                    traffic.shown(),
                    traffic.seconds(),
                    new DecisionLimits(limits.decisionSeconds(), limits.recoveryDecisions()));
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
            while (!stopRequested && !issuer.isReleased() && traffic.seconds() + SECOND <= end) {
                double next = Math.min(end, traffic.seconds() + limits.decisionSeconds());
                decide(observer, controller, traffic, issuer);
                actuate(traffic, issuer, next);
                listener.decided(report(status(simulation, traffic, issuer)));
            }
        } catch (SimulationException lost) {
            throw lost;
        } catch (RuntimeException ours) {
            // the simulation is sound: it must not keep states that nobody updates, nor jump
            LOG.error("Control loop of {} failed; its signals are returned to their programs", task.id(), ours);
            release(traffic, issuer, simulation.endSeconds());
            throw ours;
        }
    }

    /** Observes, asks the controller and takes its decision in; an error of either is a decision that failed. */
    private void decide(
            LiveInterface.Observer observer, TimedController controller, LiveTraffic traffic, PlanIssuer issuer) {
        double now = traffic.seconds();
        JointObservation observation;
        try {
            observation = observer.observe(traffic.readings(), issuer.shown());
        } catch (SimulationException lost) {
            throw lost;
        } catch (RuntimeException ours) {
            LOG.error("The signals of {} cannot be observed", task.id(), ours);
            issuer.decide(now, new ControllerResponse.Failed("the signals cannot be observed: " + ours));
            return;
        }
        issuer.decide(now, observation, controller.ask(observation));
    }

    private void actuate(LiveTraffic traffic, PlanIssuer issuer, double until) {
        while (traffic.seconds() + SECOND <= until) {
            second(traffic, issuer);
        }
    }

    /** One whole second: orders are carried out, the signals are set, and what they showed is monitored. */
    private void second(LiveTraffic traffic, PlanIssuer issuer) {
        double now = traffic.seconds();
        for (OperatorOrder order = orders.poll(); order != null; order = orders.poll()) {
            issuer.execute(order, now);
        }
        traffic.show(issuer.tick(now), now + SECOND);
        issuer.observe(traffic.seconds(), traffic.shown(), traffic.waiting());
        issuer.release(traffic.seconds()).forEach(traffic::release);
        issuer.drainEvents().forEach(listener::happened);
    }

    private TimedController controller() {
        return new TimedController(
                task.binding().controllers().fresh(task.id().getMostSignificantBits()),
                limits.deadlineMillis(),
                "controller-" + task.id());
    }

    /** Brings every signal into step with its own program, so that returning it makes no jump, and returns it. */
    private void release(TrafficSimulation simulation, LiveTraffic traffic, PlanIssuer issuer) {
        boolean requested = stopRequested;
        listener.stateChanged(DeploymentState.RELEASING, "returns every signal to its own program");
        release(traffic, issuer, simulation.endSeconds());
        String time = "at %.0f s of simulated time".formatted(traffic.seconds());
        LiveStatus last = status(simulation, traffic, issuer);
        listener.decided(new DeploymentReport(DeploymentState.RELEASING, "", last, clock.instant()));
        listener.stateChanged(
                requested ? DeploymentState.RELEASED : DeploymentState.ENDED,
                requested ? "every signal was returned to its own program " + time : "reached its end " + time);
    }

    private void release(LiveTraffic traffic, PlanIssuer issuer, double end) {
        double limit = Math.min(end, traffic.seconds() + LONGEST_RELEASE_SECONDS);
        try {
            issuer.beginRelease(traffic.seconds());
            issuer.release(traffic.seconds()).forEach(traffic::release);
            while (traffic.seconds() + SECOND <= limit && !issuer.isReleased()) {
                second(traffic, issuer);
            }
        } catch (SimulationException lost) {
            throw lost;
        } catch (RuntimeException ours) {
            LOG.error("The signals of {} cannot be brought into step with their programs", task.id(), ours);
        }
        // out of step with its program for ever, it is better off with it than with a state that nobody updates
        issuer.signals().stream()
                .filter(signal -> signal.control().mode() != ControlMode.RELEASED)
                .forEach(signal -> traffic.release(signal.light()));
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
                simulation.version(),
                traffic.metrics(),
                issuer.counts(),
                issuer.signals(),
                traffic.intersections(),
                traffic.trips());
    }

    private static String describe(List<SignalStatus> faults, int signals) {
        SignalStatus first = faults.get(0);
        ControlStatus why = first.control();
        return "%d of %d signals run the fixed-time program; %s since %.0f s: %s"
                .formatted(faults.size(), signals, first.light(), why.sinceSeconds(), why.reason());
    }
}
