package io.clearway.sumo.process;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TripStatistics;
import io.clearway.sumo.demand.RouteDemand;
import io.clearway.sumo.traci.ListeningPort;
import io.clearway.sumo.traci.TraciConnection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A SUMO process of ours with its port, its connection and its temporary folder. */
public final class SumoProcess implements SimulationLifecycle {
    private static final int PORTS_TRIED = 10;
    private static final Duration KNOCK = Duration.ofMillis(5);
    private static final Duration HANGS_UP = Duration.ofMillis(300);
    private final ChildProcess child;
    private final TraciConnection connection;
    private final RunFolder folder;
    private final double stepSeconds;
    private final TimeLimits limits;

    private SumoProcess(
            ChildProcess child, TraciConnection connection, RunFolder folder, double stepSeconds, TimeLimits limits) {
        this.child = child;
        this.connection = connection;
        this.folder = folder;
        this.stepSeconds = stepSeconds;
        this.limits = limits;
    }

    /** Starts SUMO on the files of a folder, which from then on is the process's and goes with it. */
    public static SumoProcess start(
            SumoInstallation installation, SimulationSetup setup, RunFolder folder, TimeLimits limits) {
        try {
            for (int i = 0; i < PORTS_TRIED; i++) {
                Optional<SumoProcess> process = startAt(freePort(), installation, setup, folder, limits);
                if (process.isPresent()) {
                    return process.get();
                }
            }
            throw new SimulationException("SUMO found %d ports taken, one after the other".formatted(PORTS_TRIED));
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new SimulationException("The system has no free port: " + none.getMessage(), none);
        }
    }

    /** Nothing when somebody else was faster to take the port. */
    private static Optional<SumoProcess> startAt(
            int port, SumoInstallation installation, SimulationSetup setup, RunFolder folder, TimeLimits limits) {
        List<String> command = command(installation, setup, folder, port);
        ChildProcess child = ChildProcess.start(installation.mortal(command), limits.stop());
        try {
            Optional<TraciConnection> connection = connect(child, port, limits);
            if (connection.isEmpty()) {
                child.close();
                return Optional.empty();
            }
            return Optional.of(new SumoProcess(child, connection.get(), folder, setup.stepSeconds(), limits));
        } catch (RuntimeException failed) {
            child.close();
            throw failed;
        }
    }

    private static List<String> command(
            SumoInstallation installation, SimulationSetup setup, RunFolder folder, int port) {
        List<String> command = new ArrayList<>();
        command.add(installation.program("sumo").toString());
        command.addAll(
                List.of("--net-file", setup.network().file().toAbsolutePath().toString()));
        command.addAll(folder.options());
        command.addAll(List.of("--remote-port", Integer.toString(port), "--num-clients", "1"));
        command.addAll(List.of("--seed", Integer.toString(setup.seed())));
        command.addAll(List.of("--step-length", Double.toString(setup.stepSeconds())));
        RouteDemand.scale(setup.demand())
                .ifPresent(scale -> command.addAll(List.of("--scale", Double.toString(scale))));
        command.addAll(List.of("--begin", Double.toString(setup.beginSeconds())));
        command.addAll(List.of("--time-to-teleport", Double.toString(setup.teleportSeconds())));
        command.addAll(List.of("--collision.action", CrashOptions.action(setup.crashes())));
        command.addAll(List.of("--collision.check-junctions", CrashOptions.junctions(setup.crashes())));
        command.addAll(List.of("--xml-validation", "never", "--xml-validation.net", "never"));
        command.addAll(List.of("--no-step-log", "true", "--no-warnings", "true", "--duration-log.disable", "true"));
        return command;
    }

    private static Optional<TraciConnection> connect(ChildProcess child, int port, TimeLimits limits) {
        long deadline = System.nanoTime() + limits.start().toNanos();
        while (System.nanoTime() < deadline) {
            if (child.endsWithin(KNOCK)) {
                return portTakenOrRefused(child);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new SimulationException("Interrupted while SUMO started");
            }
            if (ListeningPort.isHeldBy(child.pid(), port)) {
                Optional<TraciConnection> connection = knock(child, port, deadline, limits);
                if (connection.isPresent()) {
                    return connection;
                }
            }
        }
        throw new SimulationException(
                "SUMO did not open its port within %s; it is %s".formatted(limits.start(), child.epitaph()));
    }

    /** Nothing when the port is not open yet. */
    private static Optional<TraciConnection> knock(ChildProcess child, int port, long deadline, TimeLimits limits) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
        try {
            return Optional.of(TraciConnection.open(address, left, limits.answer()));
        } catch (ConnectException notYet) {
            return Optional.empty();
        } catch (IOException failed) {
            child.endsWithin(HANGS_UP);
            throw new SimulationException(
                    "SUMO did not start: %s; the process %s".formatted(failed.getMessage(), child.epitaph()), failed);
        }
    }

    private static Optional<TraciConnection> portTakenOrRefused(ChildProcess child) {
        if (child.words().contains("Address already in use")) {
            return Optional.empty();
        }
        throw new SimulationException("SUMO refused to start: it " + child.epitaph());
    }

    public TraciConnection connection() {
        return connection;
    }

    long pid() {
        return child.pid();
    }

    @Override
    public void requireOwn() {
        // it is
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public String diagnose() {
        child.endsWithin(HANGS_UP);
        return "the process " + child.epitaph();
    }

    @Override
    public TripStatistics finish() {
        if (!child.endsWithin(limits.answer())) {
            throw new SimulationException("SUMO was asked to end and did not; it is " + child.epitaph());
        }
        if (child.exitCode() != 0) {
            throw new SimulationException("SUMO did not end well: it " + child.epitaph());
        }
        return SummaryFile.read(folder.summary(), stepSeconds);
    }

    @Override
    public void leave(TraciConnection toBeCut) {
        // it ends by itself when the connection is cut
    }

    @Override
    public void close() {
        child.endsWithin(HANGS_UP);
        child.close();
        folder.close();
    }
}
