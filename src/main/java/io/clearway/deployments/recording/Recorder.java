package io.clearway.deployments.recording;

import io.clearway.deployments.Binding;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.live.ControlLoop;
import io.clearway.deployments.live.ControlTask;
import io.clearway.deployments.live.FrameSampler;
import io.clearway.deployments.live.SimulationSource;
import io.clearway.deployments.recording.Recording.State;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
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
 * Records episodes, one after the other: starts a simulation of its own and lets a {@link ControlLoop} control it as it
 * would a live one, safety envelope included, with a frame for every simulated second. Closing it stops the recording
 * in progress.
 */
public final class Recorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int MAX_WAITING = 8;
    /** Nothing waits in real time for a recording, so a slow controller is no fault of it. */
    private static final int DEADLINE_MILLIS = DriveLimits.MAX_DEADLINE_MILLIS;

    private static final long CLOSE_TIMEOUT_SECONDS = 5;

    private final TrafficSimulator simulator;
    private final Recordings store;
    private final Clock clock;
    private final String service;
    private final Map<UUID, ControlLoop> loops = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), Recorder::daemon);

    /**
     * @param simulator starts the simulations that are recorded
     * @param store where the frames are stored
     * @param clock wall-clock time of reports
     * @param service name of this service among those that share the store
     */
    public Recorder(TrafficSimulator simulator, Recordings store, Clock clock, String service) {
        this.simulator = simulator;
        this.store = store;
        this.clock = clock;
        this.service = service;
    }

    /** Marks as failed what this service was recording before it was restarted. */
    public void failInterrupted() {
        store.failUnfinished(service);
    }

    /**
     * Stores a new recording and queues it.
     *
     * @param setup what to simulate
     * @throws InvalidSetting when too many are waiting
     */
    public void start(Recording recording, Binding binding, SimulationSetup setup) {
        if (thread.getQueue().remainingCapacity() == 0) {
            throw full(recording);
        }
        ControlTask task = task(recording, binding, setup.options().beginSeconds() + recording.seconds());
        store.add(recording, service);
        try {
            thread.execute(() -> record(task, setup));
        } catch (RejectedExecutionException tooMany) {
            store.delete(recording.id());
            throw full(recording);
        }
    }

    /** Stops a recording that is in progress; does nothing otherwise. */
    public void stop(UUID id) {
        ControlLoop loop = loops.get(id);
        if (loop != null) {
            loop.stop();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        loops.values().forEach(ControlLoop::stop);
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A recording is still in progress while the service ends");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(ControlTask task, SimulationSetup setup) {
        UUID id = task.id();
        if (store.find(id).isEmpty()) {
            return;
        }
        double end = task.limits().untilSeconds();
        try (FrameWriter writer = new FrameWriter(id, store, () -> stop(id))) {
            SimulationSource source = stopRequested -> startSimulation(setup);
            FrameSampler frames = new FrameSampler(seconds -> seconds <= end, writer::add);
            ControlLoop loop = new ControlLoop(task, source, writer, frames, clock);
            loops.put(id, loop);
            loop.run();
        } catch (RuntimeException failure) {
            LOG.error("Recording {} failed", id, failure);
            store.updateState(id, State.FAILED, "Clearway itself failed: " + failure);
        } finally {
            loops.remove(id);
        }
    }

    private TrafficSimulation startSimulation(SimulationSetup setup) {
        try {
            return simulator.start(setup);
        } catch (SimulationException failed) {
            throw new SimulationException("The simulation to record did not start: " + failed.getMessage(), failed);
        }
    }

    private static ControlTask task(Recording recording, Binding binding, double end) {
        DriveLimits limits = new DriveLimits(binding.scenario().decisionSeconds(), DEADLINE_MILLIS, end, 1);
        return new ControlTask(recording.id(), recording.scenario(), binding, limits);
    }

    private static InvalidSetting full(Recording recording) {
        return new InvalidSetting(
                "scenario",
                recording.scenario(),
                "%d recordings are waiting already; try again when one is ready".formatted(MAX_WAITING));
    }

    private static Thread daemon(Runnable task) {
        Thread daemon = new Thread(task, "recorder");
        daemon.setDaemon(true);
        return daemon;
    }
}
