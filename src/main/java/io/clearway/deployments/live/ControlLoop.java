package io.clearway.deployments.live;

import io.clearway.deployments.Binding;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.control.ControllerResponse;
import io.clearway.deployments.control.PlanIssuer;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives one live simulation, from joining it to letting go of it. */
public final class ControlLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);
    /** Longer than two rounds of common fixed-time programs: by then a signal is in step, or never will be. */
    private static final double LONGEST_LEAD_BACK_SECONDS = 300;

    private static final Duration JOIN_PATIENCE = Duration.ofSeconds(3);
    private static final Duration KNOCK = Duration.ofMillis(50);

    private final Deployment deployment;
    private final Binding binding;
    private final LiveInterface scenario;
    private final TrafficSimulator simulator;
    private final DriveListener logbook;
    private final FrameSampler camera;
    private final Clock clock;
    private volatile boolean stopAsked;

    public ControlLoop(
            Deployment deployment,
            Binding binding,
            TrafficSimulator simulator,
            DriveListener logbook,
            FrameSampler camera,
            Clock clock) {
        this.deployment = deployment;
        this.binding = binding;
        this.scenario = binding.scenario();
        this.simulator = simulator;
        this.logbook = logbook;
        this.camera = camera;
        this.clock = clock;
    }

    /** Asks it to hand the lights back and end; for any thread. */
    public void stop() {
        stopAsked = true;
    }

    @Override
    public void run() {
        try (TrafficSimulation simulation = attach()) {
            drive(simulation);
        } catch (SimulationException | NetworkMismatch told) {
            logbook.turn(DeploymentState.FAILED, String.valueOf(told.getMessage()));
        } catch (RuntimeException | Error unforeseen) {
            LOG.error("Deployment {} failed", deployment.id(), unforeseen);
            logbook.turn(DeploymentState.FAILED, "Clearway itself failed: " + unforeseen);
        }
    }

    /** A simulation that was started a moment ago may need another moment until it listens. */
    private TrafficSimulation attach() {
        long patienceEnds = System.nanoTime() + JOIN_PATIENCE.toNanos();
        while (true) {
            try {
                return simulator.attach(deployment.simulator());
            } catch (SimulationException notYet) {
                if (stopAsked || System.nanoTime() > patienceEnds) {
                    throw notYet;
                }
                LockSupport.parkNanos(KNOCK.toNanos());
            }
        }
    }

    private void drive(TrafficSimulation simulation) {
        NetworkCheck.requireLights(scenario.lights(), simulation.lights());
        LiveTraffic traffic = join(simulation);
        PlanIssuer issuer = new PlanIssuer(
                scenario.signals(),
                traffic.shown(),
                traffic.readings().seconds(),
                deployment.limits().recoveryDecisions());
        double end = Math.min(deployment.limits().untilSeconds(), simulation.endSeconds());
        try (TimedController controller = controller()) {
            LiveInterface.Observer observer = scenario.observer();
            while (!stopAsked && traffic.readings().seconds() < end) {
                JointObservation observation = observer.observe(traffic.readings(), issuer.shown());
                decide(traffic, issuer, observation, controller.ask(observation), end);
                note(simulation, traffic, issuer);
            }
        } catch (SimulationException lost) {
            throw lost;
        } catch (RuntimeException | Error ours) {
            // the simulation is sound: it must not stay with lights that nobody runs
            traffic.handBack();
            throw ours;
        }
        letGo(simulation, traffic, issuer);
    }

    private LiveTraffic join(TrafficSimulation simulation) {
        try {
            return new LiveTraffic(simulation, scenario, camera);
        } catch (SimulationException refused) {
            throw NetworkMismatch.unreadable(String.valueOf(refused.getMessage()), deployment.scenario());
        }
    }

    private TimedController controller() {
        return new TimedController(
                binding.controllers().fresh(deployment.id().getMostSignificantBits()),
                deployment.limits().deadlineMillis(),
                "controller-" + deployment.id());
    }

    private void decide(
            LiveTraffic traffic,
            PlanIssuer issuer,
            JointObservation observation,
            ControllerResponse verdict,
            double end) {
        double from = traffic.readings().seconds();
        double to = Math.min(end, from + deployment.limits().decisionSeconds());
        traffic.carryOut(issuer.issue(from, to, observation, verdict), to, issuer);
    }

    private void letGo(TrafficSimulation simulation, LiveTraffic traffic, PlanIssuer issuer) {
        boolean asked = stopAsked;
        logbook.turn(DeploymentState.RELEASING, "leads every signal back to its own program");
        double last = Math.min(simulation.endSeconds(), traffic.readings().seconds() + LONGEST_LEAD_BACK_SECONDS);
        for (double now = traffic.readings().seconds();
                now < last && !issuer.inStep();
                now = traffic.readings().seconds()) {
            double to = Math.min(last, now + deployment.limits().decisionSeconds());
            traffic.carryOut(issuer.leadBack(now, to), to, issuer);
        }
        traffic.handBack();
        String time = "at %.0f s of simulated time".formatted(traffic.readings().seconds());
        logbook.note(report(simulation, traffic, issuer, DeploymentState.RELEASING, ""));
        logbook.turn(
                asked ? DeploymentState.RELEASED : DeploymentState.ENDED,
                asked ? "every signal was handed back to its own program " + time : "came to its end " + time);
    }

    private void note(TrafficSimulation simulation, LiveTraffic traffic, PlanIssuer issuer) {
        List<SignalStatus> faults = issuer.signals().stream()
                .filter(signal -> signal.authority().fault())
                .toList();
        logbook.note(
                faults.isEmpty()
                        ? report(simulation, traffic, issuer, DeploymentState.DRIVING, "")
                        : report(simulation, traffic, issuer, DeploymentState.FALLBACK, inWords(faults, issuer)));
    }

    private DeploymentReport report(
            TrafficSimulation simulation,
            LiveTraffic traffic,
            PlanIssuer issuer,
            DeploymentState state,
            String message) {
        return new DeploymentReport(
                state,
                message,
                simulation.version(),
                traffic.figures(),
                issuer.counts(),
                issuer.signals(),
                traffic.intersections(),
                clock.instant());
    }

    private static String inWords(List<SignalStatus> faults, PlanIssuer issuer) {
        SignalStatus first = faults.get(0);
        return "%d of %d signals run the fixed-time program; %s since %.0f s: %s"
                .formatted(faults.size(), issuer.signals().size(), first.light(), first.sinceSeconds(), first.why());
    }
}
