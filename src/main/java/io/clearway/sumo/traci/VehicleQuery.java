package io.clearway.sumo.traci;

import io.clearway.simulation.VehiclePlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks a running simulation for all of its vehicles. */
public final class VehicleQuery {
    /** SUMO gives a vehicle that it is moving by hand coordinates of about −1e9. */
    private static final double OFF_THE_MAP = -1e6;

    private final TraciConnection connection;

    public VehicleQuery(TraciConnection connection) {
        this.connection = connection;
    }

    /** Names of the vehicles on the road. */
    List<String> ids() throws IOException {
        return new ValueQuery(connection).ask(Traci.VEHICLE, Traci.ID_LIST, "", reply -> {
            reply.type(Traci.STRING_LIST);
            return reply.texts();
        });
    }

    /** Where they are; one that SUMO is moving by hand is left out. */
    public List<VehiclePlace> places() throws IOException {
        List<String> ids = ids();
        List<VehiclePlace> places = new ArrayList<>(ids.size());
        if (ids.isEmpty()) {
            return places;
        }
        TraciMessage message = connection.begin();
        for (String id : ids) {
            for (int variable : new int[] {Traci.POSITION, Traci.ANGLE, Traci.SPEED}) {
                message.begin(Traci.VEHICLE).raw(variable).text(id).end();
            }
        }
        TraciReply reply = connection.exchange(message);
        for (String id : ids) {
            VehiclePlace place = place(id, reply);
            if (place.xMeters() > OFF_THE_MAP) {
                places.add(place);
            }
        }
        TraciConnection.requireEnd(reply);
        return places;
    }

    private static VehiclePlace place(String id, TraciReply reply) throws IOException {
        TraciConnection.enterAnswer(reply, Traci.VEHICLE);
        reply.type(Traci.POSITION_2D);
        double x = reply.real();
        double y = reply.real();
        reply.leave();
        double heading = TraciConnection.number(reply, Traci.VEHICLE);
        return new VehiclePlace(id, x, y, heading, TraciConnection.number(reply, Traci.VEHICLE));
    }
}
