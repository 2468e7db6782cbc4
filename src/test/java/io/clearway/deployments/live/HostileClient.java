package io.clearway.deployments.live;

import io.clearway.sumo.traci.ControlCommands;
import io.clearway.sumo.traci.TraciConnection;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TrafficLightCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** A second client of a SUMO that sets lights as it likes, second by second. */
final class HostileClient extends Thread {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private final int port;
    private final int order;
    private final int end;
    private final IntFunction<Map<String, String>> states;

    /**
     * @param order among SUMO's clients
     * @param end when it leaves, in seconds
     * @param states what it sets, by the second that begins
     */
    HostileClient(int port, int order, int end, IntFunction<Map<String, String>> states) {
        super("hostile-client");
        setDaemon(true);
        this.port = port;
        this.order = order;
        this.end = end;
        this.states = states;
    }

    @Override
    public void run() {
        try (TraciConnection connection = connect()) {
            connection.execute(ControlCommands.setOrder(order));
            for (int second = 0; second < end; second++) {
                for (Map.Entry<String, String> state : states.apply(second).entrySet()) {
                    connection.execute(TrafficLightCommands.setRedYellowGreenState(state.getKey(), state.getValue()));
                }
                TraciMessage step = connection.begin();
                ControlCommands.simulationStep(second + 1).encode(step);
                // SUMO 1.15 answers with what other clients have subscribed to, too
                connection.exchange(step);
            }
            connection.execute(ControlCommands.close());
        } catch (IOException lost) {
            throw new IllegalStateException("The hostile client lost its SUMO: " + lost, lost);
        }
    }

    /** SUMO may not listen yet. */
    private TraciConnection connect() throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return TraciConnection.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT, LIMIT);
            } catch (IOException notListening) {
                if (System.nanoTime() > deadline) {
                    throw notListening;
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }
}
