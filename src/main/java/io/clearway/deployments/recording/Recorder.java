package io.clearway.deployments.recording;

import io.clearway.deployments.Binding;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.live.ControlLoop;
import io.clearway.deployments.live.FrameSampler;
import io.clearway.deployments.recording.Recording.State;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulator;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Films episodes in simulations of our own, one after the other: the same driving as of a live simulation, safety
 * envelope and all, with a frame for every simulated second. Closing it stops the one that is being filmed.
 */
public final class Recorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int MOST_WAITING = 8;
    private static final int LONGEST_DECISION_MILLIS = 60_000;
    private static final long PATIENCE_AT_CLOSE_SECONDS = 5;

    private final TrafficSimulator simulator;
    private final Recordings store;
    private final Clock clock;
    private final String service;
    private final Map<UUID, ControlLoop> filming = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Recorder::daemon);

    /**
     * @param simulator runs what is filmed
     * @param store keeps the frames
     * @param clock tells the wall-clock time of reports
     * @param service name of this service among those that share the store
     */
    public Recorder(TrafficSimulator simulator, Recordings store, Clock clock, String service) {
        this.simulator = simulator;
        this.store = store;
        this.clock = clock;
        this.service = service;
    }

    /** Says of what an earlier life of this service was filming that it is not any more. */
    public void giveUpEarlierOnes() {
        store.failUnfinished(service);
    }

    /**
     * Keeps a new recording and films it when its turn comes.
     *
     * @param setup what to simulate
     * @throws InvalidSetting when too many are waiting
     */
    public void start(Recording recording, Binding binding, SimulationSetup setup) {
        if (thread.getQueue().remainingCapacity() == 0) {
            throw full(recording);
        }
        store.add(recording, service);
        try {
            thread.execute(() -> film(recording, binding, setup));
        } catch (RejectedExecutionException tooMany) {
            store.delete(recording.id());
            throw full(recording);
        }
    }

    /** Stops filming it, if it is being filmed. */
    public void stop(UUID id) {
        ControlLoop drive = filming.get(id);
        if (drive != null) {
            drive.stop();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        filming.values().forEach(ControlLoop::stop);
        try {
            if (!thread.awaitTermination(PATIENCE_AT_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A recording is still being filmed while the service ends");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void film(Recording recording, Binding binding, SimulationSetup setup) {
        if (store.find(recording.id()).isEmpty()) {
            return;
        }
        double end = setup.options().beginSeconds() + recording.seconds();
        try (FrameWriter roll = new FrameWriter(recording.id(), store, () -> stop(recording.id()))) {
            FrameSampler camera = new FrameSampler(seconds -> seconds <= end, roll::add);
            ControlLoop drive = new ControlLoop(
                    deployment(recording, binding, end),
                    binding,
                    new RecordedSimulation(simulator, setup),
                    roll,
                    camera,
                    clock);
            filming.put(recording.id(), drive);
            drive.run();
        } catch (RuntimeException failure) {
            LOG.error("Recording {} failed", recording.id(), failure);
            store.turn(recording.id(), State.FAILED, "Clearway itself failed: " + failure);
        } finally {
            filming.remove(recording.id());
        }
    }

    private static Deployment deployment(Recording recording, Binding binding, double end) {
        // the address is not used: the simulation is our own
        return new Deployment(
                recording.id(),
                recording.name(),
                new LiveAddress("localhost", 1, 0),
                recording.scenario(),
                recording.controller(),
                new DriveLimits(binding.scenario().decisionSeconds(), LONGEST_DECISION_MILLIS, end, 1),
                recording.created());
    }

    private static InvalidSetting full(Recording recording) {
        return new InvalidSetting(
                "scenario",
                recording.scenario(),
                "%d recordings are waiting already; try again when one is ready".formatted(MOST_WAITING));
    }

    private static Thread daemon(Runnable task) {
        Thread made = new Thread(task, "recorder");
        made.setDaemon(true);
        return made;
    }
}
