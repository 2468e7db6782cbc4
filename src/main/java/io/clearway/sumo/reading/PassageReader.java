package io.clearway.sumo.reading;

import io.clearway.simulation.SimulationException;
import io.clearway.sumo.traci.TraciConnection;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import io.clearway.sumo.traci.TraciVariable;
import io.clearway.sumo.traci.VehicleCommands;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retrieves what a {@link PassageTracker} needs. A sole client reads lanes and speeds after each step, with its other
 * readings where it has some, and positions together with the next step, so that no exchange is added. Among several
 * clients all is retrieved before the next step: after one, SUMO 1.15 answers a client only when those before it have
 * asked for the next.
 */
public final class PassageReader {
    private final PassageTracker tracker;
    private final CrossingReader crossings;
    private final boolean shared;
    private List<String> present = List.of();
    private double presentSeconds = Double.NaN;

    /**
     * @param crossings is read before each step, as of the one before
     * @param shared whether the simulation has other clients
     */
    public PassageReader(PassageTracker tracker, CrossingReader crossings, boolean shared) {
        this.tracker = tracker;
        this.crossings = crossings;
        this.shared = shared;
    }

    /** What is retrieved before a step. */
    public void beforeStep(TraciConnection connection) throws IOException {
        if (shared) {
            placeVehicles(connection);
        }
        if (!Double.isNaN(tracker.seconds())) {
            crossings.read(connection, tracker.seconds() - tracker.stepSeconds());
        }
    }

    private void placeVehicles(TraciConnection connection) throws IOException {
        if (Double.isNaN(presentSeconds)) {
            return;
        }
        readVehicles(connection, present, presentSeconds);
        if (!tracker.unplaced().isEmpty()) {
            TraciMessage message = connection.begin();
            encode(message);
            TraciReply reply = connection.exchange(message);
            decode(reply);
            reply.requireEnd();
        }
        presentSeconds = Double.NaN;
    }

    /** Adds the commands that go with a step, before it. */
    public void encode(TraciMessage message) {
        for (TrackedVehicle vehicle : tracker.unplaced()) {
            VehicleCommands.LANE_POSITION.encode(message, vehicle.id());
            if (Double.isNaN(vehicle.lengthMeters())) {
                VehicleCommands.LENGTH.encode(message, vehicle.id());
            }
        }
    }

    /** Reads the replies to {@link #encode}. */
    public void decode(TraciReply reply) throws ProtocolException {
        for (TrackedVehicle vehicle : tracker.unplaced()) {
            Double position = value(VehicleCommands.LANE_POSITION, reply);
            if (Double.isNaN(vehicle.lengthMeters())) {
                Double length = value(VehicleCommands.LENGTH, reply);
                vehicle.measures(length == null ? 0 : length);
            }
            if (position != null) {
                tracker.place(vehicle, position);
            }
        }
        tracker.unplaced().clear();
    }

    /** What is retrieved after a step that nothing else is read after. */
    public void afterStep(TraciConnection connection, ReadingsBuilder builder) throws IOException {
        if (shared) {
            present = builder.vehicleIds();
            presentSeconds = builder.seconds();
        } else {
            readVehicles(connection, builder.vehicleIds(), builder.seconds());
        }
    }

    /** Whether the vehicles themselves are to be read after a step, rather than the lanes. */
    boolean readsVehicles() {
        return !shared;
    }

    PassageTracker tracker() {
        return tracker;
    }

    private void readVehicles(TraciConnection connection, List<String> ids, double seconds) throws IOException {
        tracker.begin(seconds);
        if (!ids.isEmpty()) {
            TraciMessage message = connection.begin();
            for (String id : ids) {
                VehicleCommands.LANE_ID.encode(message, id);
                VehicleCommands.SPEED.encode(message, id);
            }
            TraciReply reply = connection.exchange(message);
            for (String id : ids) {
                String lane = value(VehicleCommands.LANE_ID, reply);
                Double speed = value(VehicleCommands.SPEED, reply);
                if (lane != null && speed != null) {
                    tracker.see(id, lane, speed);
                }
            }
            reply.requireEnd();
        }
        tracker.end();
    }

    /** Null for a vehicle or person that another client has removed in the meantime. */
    static <T> @Nullable T value(TraciVariable<T> variable, TraciReply reply) throws ProtocolException {
        try {
            return variable.decode(reply);
        } catch (SimulationException gone) {
            return null;
        }
    }
}
