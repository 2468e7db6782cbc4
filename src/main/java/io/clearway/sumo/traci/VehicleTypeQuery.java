package io.clearway.sumo.traci;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Retrieves the vehicle types of a running simulation.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/VehicleType_Value_Retrieval.html">SUMO: TraCI/Vehicle Type Value
 *     Retrieval</a>
 */
public final class VehicleTypeQuery {
    private static final TraciVariable<List<String>> ID_LIST =
            new TraciVariable<>(TraciDomain.VEHICLE_TYPE, TraciConstants.TRACI_ID_LIST, TraciReply::typedTexts);
    private static final TraciVariable<String> VEHICLE_CLASS =
            new TraciVariable<>(TraciDomain.VEHICLE_TYPE, TraciConstants.VAR_VEHICLECLASS, TraciReply::typedText);
    private static final String NO_ID = "";
    private final TraciConnection connection;

    public VehicleTypeQuery(TraciConnection connection) {
        this.connection = connection;
    }

    /** SUMO's vehicle class, such as {@code passenger}, by id of the type. */
    public Map<String, String> classes() throws IOException {
        List<String> ids = connection.execute(ID_LIST.of(NO_ID));
        Map<String, String> classes = new HashMap<>();
        if (ids.isEmpty()) {
            return classes;
        }
        TraciMessage message = connection.begin();
        ids.forEach(id -> VEHICLE_CLASS.encode(message, id));
        TraciReply reply = connection.exchange(message);
        for (String id : ids) {
            classes.put(id, VEHICLE_CLASS.decode(reply));
        }
        reply.requireEnd();
        return classes;
    }
}
