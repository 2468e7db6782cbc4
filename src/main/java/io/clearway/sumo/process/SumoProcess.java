package io.clearway.sumo.process;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.trips.SimulationRecords;
import io.clearway.sumo.demand.RouteDemand;
import io.clearway.sumo.traci.TraciConnection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A SUMO process that was started here, with its port, its connection and its temporary folder. */
public final class SumoProcess implements SimulationLifecycle {
    private static final int PORTS_TRIED = 10;
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(5);
    private static final Duration EXIT_LIMIT = Duration.ofMillis(300);
    private static final Duration SHORTEST_LIMIT = Duration.ofMillis(1);
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

    /** Starts SUMO on the files of a folder, which from then on belongs to the process and is deleted with it. */
    public static SumoProcess start(
            SumoInstallation installation, SimulationSetup setup, RunFolder folder, TimeLimits limits) {
        try {
            for (int i = 0; i < PORTS_TRIED; i++) {
                Optional<SumoProcess> process = startAt(freePort(), installation, setup, folder, limits);
                if (process.isPresent()) {
                    return process.get();
                }
            }
            throw new SimulationException("SUMO found %d ports in use, one after the other".formatted(PORTS_TRIED));
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

    /** Empty when another process took the port. */
    private static Optional<SumoProcess> startAt(
            int port, SumoInstallation installation, SimulationSetup setup, RunFolder folder, TimeLimits limits) {
        List<String> command = command(installation, setup, folder, port);
        ChildProcess child = ChildProcess.start(installation.withDeathSignal(command), limits.stop());
        try {
            Optional<TraciConnection> connection = connect(child, port, limits);
            if (connection.isEmpty()) {
                child.close();
                return Optional.empty();
            }
            return Optional.of(new SumoProcess(
                    child, connection.get(), folder, setup.options().stepSeconds(), limits));
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
        SimulationOptions options = setup.options();
        command.addAll(List.of("--seed", Integer.toString(options.seed())));
        command.addAll(List.of("--step-length", Double.toString(options.stepSeconds())));
        RouteDemand.scale(setup.demand())
                .ifPresent(scale -> command.addAll(List.of("--scale", Double.toString(scale))));
        command.addAll(List.of("--begin", Double.toString(options.beginSeconds())));
        command.addAll(List.of("--time-to-teleport", Double.toString(options.teleportSeconds())));
        command.addAll(List.of("--collision.action", CollisionOptions.action(options.collisionAction())));
        command.addAll(List.of("--collision.check-junctions", CollisionOptions.junctions(options.collisionAction())));
        command.addAll(List.of("--xml-validation", "never", "--xml-validation.net", "never"));
        command.addAll(List.of("--no-step-log", "true", "--no-warnings", "true", "--duration-log.disable", "true"));
        return command;
    }

    private static Optional<TraciConnection> connect(ChildProcess child, int port, TimeLimits limits) {
        long deadline = System.nanoTime() + limits.start().toNanos();
        while (System.nanoTime() < deadline) {
            if (child.endsWithin(RETRY_INTERVAL)) {
                return requirePortInUse(child);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new SimulationException("Interrupted while SUMO started");
            }
            if (ListeningPort.isHeldBy(child.pid(), port)) {
                Optional<TraciConnection> connection = tryToConnect(child, port, deadline, limits);
                if (connection.isPresent()) {
                    return connection;
                }
            }
        }
        throw new SimulationException(
                "SUMO did not open its port within %s; it is %s".formatted(limits.start(), child.status()));
    }

    /** Empty when the port is not open yet. */
    private static Optional<TraciConnection> tryToConnect(
            ChildProcess child, int port, long deadline, TimeLimits limits) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Duration left = Duration.ofNanos(Math.max(SHORTEST_LIMIT.toNanos(), deadline - System.nanoTime()));
        try {
            return Optional.of(TraciConnection.open(address, left, limits.answer()));
        } catch (ConnectException notYet) {
            return Optional.empty();
        } catch (IOException failed) {
            child.endsWithin(EXIT_LIMIT);
            throw new SimulationException(
                    "SUMO did not start: %s; the process %s".formatted(failed.getMessage(), child.status()), failed);
        }
    }

    private static Optional<TraciConnection> requirePortInUse(ChildProcess child) {
        if (child.output().contains("Address already in use")) {
            return Optional.empty();
        }
        throw new SimulationException("SUMO did not start: it " + child.status());
    }

    public TraciConnection connection() {
        return connection;
    }

    long pid() {
        return child.pid();
    }

    @Override
    public void requireOwned() {
        // it was started here
    }

    @Override
    public boolean isSoleClient() {
        return true;
    }

    @Override
    public String diagnose() {
        child.endsWithin(EXIT_LIMIT);
        return "the process " + child.status();
    }

    @Override
    public TripStatistics finish(Map<String, String> vehicleClasses) {
        if (!child.endsWithin(limits.answer())) {
            throw new SimulationException("SUMO did not end when it was requested to; it is " + child.status());
        }
        if (child.exitCode() != 0) {
            throw new SimulationException("SUMO ended with an error: it " + child.status());
        }
        return SummaryFile.read(folder.summary(), stepSeconds, folder.travel(vehicleClasses));
    }

    @Override
    public void read(SimulationRecords records) {
        folder.read(records);
    }

    @Override
    public void disconnect(TraciConnection closing) {
        // it ends by itself when the connection is closed
    }

    @Override
    public void close() {
        child.endsWithin(EXIT_LIMIT);
        child.close();
        folder.close();
    }
}
