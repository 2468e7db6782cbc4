package io.clearway.sumo;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.RoadMap;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.sumo.importing.ConfigurationFolder;
import io.clearway.sumo.network.LaneShapes;
import io.clearway.sumo.network.NetworkCompiler;
import io.clearway.sumo.process.LiveHost;
import io.clearway.sumo.process.RunFolder;
import io.clearway.sumo.process.SumoInstallation;
import io.clearway.sumo.process.SumoProcess;
import io.clearway.sumo.process.TimeLimits;
import io.clearway.sumo.traci.ControlCommands;
import io.clearway.sumo.traci.TraciConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/**
 * Eclipse SUMO as the traffic simulator: a supervised process for every simulation that is started, TraCI over TCP to
 * all.
 *
 * <p>SUMO's programs are searched when one is needed, so that a machine without SUMO can still attach to simulations
 * elsewhere.
 */
public final class SumoSimulator implements TrafficSimulator {
    private final SumoInstallation installation;
    private final NetworkCompiler compiler;
    private final TimeLimits limits;
    private final Path temporary;

    /**
     * @param environment where SUMO is searched: in {@code $SUMO_HOME/bin}, then on the {@code PATH}
     * @param cache folder for compiled networks; created when needed, may be shared with other processes
     */
    public SumoSimulator(Map<String, String> environment, Path cache, TimeLimits limits) {
        this(environment, cache, limits, Path.of(System.getProperty("java.io.tmpdir")));
    }

    SumoSimulator(Map<String, String> environment, Path cache, TimeLimits limits, Path temporary) {
        this.temporary = temporary;
        installation = new SumoInstallation(environment);
        compiler = new NetworkCompiler(installation, cache, limits);
        this.limits = limits;
    }

    @Override
    public String version() {
        return "SUMO " + installation.version("sumo");
    }

    @Override
    public CompiledNetwork compile(NetworkSource source) {
        return compiler.compile(source);
    }

    @Override
    public RoadMap roadMap(CompiledNetwork network) {
        return LaneShapes.read(network.file());
    }

    @Override
    public TrafficSimulation start(SimulationSetup setup) {
        SumoProcess process = SumoProcess.start(installation, setup, RunFolder.create(temporary, setup), limits);
        return new SumoSimulation(process.connection(), process);
    }

    @Override
    public void writeConfiguration(SimulationSetup setup, double endSeconds, Path folder) {
        ConfigurationFolder.write(setup, endSeconds, folder);
    }

    /**
     * {@inheritDoc}
     *
     * <p>An order above 0 is sent to SUMO, as a simulation with several clients requires. SUMO ends when its last
     * client disconnects.
     */
    @Override
    public TrafficSimulation attach(LiveAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address.host(), address.port());
        try {
            if (socket.isUnresolved()) {
                throw new IOException("there is no such host");
            }
            TraciConnection connection = TraciConnection.open(socket, limits.start(), limits.answer());
            return join(connection, address);
        } catch (IOException failed) {
            throw new SimulationException(
                    "No SUMO answers at %s:%d: %s".formatted(address.host(), address.port(), failed.getMessage()),
                    failed);
        }
    }

    private TrafficSimulation join(TraciConnection connection, LiveAddress address) throws IOException {
        try {
            if (address.order() > 0) {
                connection.execute(ControlCommands.setOrder(address.order()));
            }
            return new SumoSimulation(connection, new LiveHost(address, limits.stop()));
        } catch (IOException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }
}
