package io.clearway.sumo.traci;

import io.clearway.metric.TravelMode;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.trips.VehicleLoss;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Retrieves what all vehicles of a running simulation have lost; the class of each is retrieved once. */
public final class LossQuery {
    private static final String NO_ID = "";

    private Map<String, TravelMode> modes = new HashMap<>();

    /** What each vehicle has lost; one that another client removes meanwhile is left out. */
    public List<VehicleLoss> losses(TraciConnection connection) throws IOException {
        List<String> ids = connection.execute(VehicleCommands.ID_LIST.of(NO_ID));
        List<VehicleLoss> losses = new ArrayList<>(ids.size());
        Map<String, TravelMode> known = new HashMap<>();
        if (!ids.isEmpty()) {
            TraciMessage message = connection.begin();
            for (String id : ids) {
                VehicleCommands.TIME_LOSS.encode(message, id);
                if (!modes.containsKey(id)) {
                    VehicleCommands.VEHICLE_CLASS.encode(message, id);
                }
            }
            TraciReply reply = connection.exchange(message);
            for (String id : ids) {
                Double seconds = value(VehicleCommands.TIME_LOSS, reply);
                TravelMode mode = modes.get(id);
                if (mode == null) {
                    String found = value(VehicleCommands.VEHICLE_CLASS, reply);
                    mode = VehicleClasses.mode(found == null ? "" : found);
                }
                known.put(id, mode);
                if (seconds != null) {
                    losses.add(new VehicleLoss(id, mode, seconds));
                }
            }
            reply.requireEnd();
        }
        modes = known;
        return losses;
    }

    private static <T> @Nullable T value(TraciVariable<T> variable, TraciReply reply) throws ProtocolException {
        try {
            return variable.decode(reply);
        } catch (SimulationException gone) {
            return null;
        }
    }
}
