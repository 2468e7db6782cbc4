package io.clearway.sumo.traci;

import io.clearway.simulation.VehiclePosition;
import io.clearway.sumo.traci.VehicleCommands.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Retrieves all vehicles of a running simulation. */
public final class VehicleQuery {
    /** SUMO reports coordinates of about −1e9 for a vehicle that it is teleporting. */
    private static final double OFF_THE_MAP = -1e6;

    private static final String NO_ID = "";
    private final TraciConnection connection;

    public VehicleQuery(TraciConnection connection) {
        this.connection = connection;
    }

    /** Where they are; a vehicle that SUMO is teleporting is left out. */
    public List<VehiclePosition> positions() throws IOException {
        List<String> ids = connection.execute(VehicleCommands.ID_LIST.of(NO_ID));
        List<VehiclePosition> places = new ArrayList<>(ids.size());
        if (ids.isEmpty()) {
            return places;
        }
        TraciMessage message = connection.begin();
        for (String id : ids) {
            VehicleCommands.POSITION.encode(message, id);
            VehicleCommands.ANGLE.encode(message, id);
            VehicleCommands.SPEED.encode(message, id);
        }
        TraciReply reply = connection.exchange(message);
        for (String id : ids) {
            Position position = VehicleCommands.POSITION.decode(reply);
            double heading = VehicleCommands.ANGLE.decode(reply);
            double speed = VehicleCommands.SPEED.decode(reply);
            if (position.xMeters() > OFF_THE_MAP) {
                places.add(new VehiclePosition(id, position.xMeters(), position.yMeters(), heading, speed));
            }
        }
        reply.requireEnd();
        return places;
    }
}
