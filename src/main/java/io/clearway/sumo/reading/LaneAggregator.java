package io.clearway.sumo.reading;

import io.clearway.sumo.traci.Traci;
import io.clearway.sumo.traci.TraciConnection;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import java.net.ProtocolException;
import java.util.List;
import java.util.Map;

/** Asks vehicles for their lanes and counts them there as SUMO counts the vehicles of a lane. */
final class LaneAggregator {
    /** SUMO calls a slower vehicle halting. */
    private static final double HALTING_METERS_PER_SECOND = 0.1;

    private static final byte[] ASKED = {Traci.LANE_ID, Traci.SPEED, Traci.WAITING_SECONDS};

    private LaneAggregator() {}

    /** Adds the questions. */
    static void ask(List<String> vehicles, TraciMessage message) {
        for (String vehicle : vehicles) {
            for (byte variable : ASKED) {
                message.begin(Traci.VEHICLE).raw(variable).text(vehicle).end();
            }
        }
    }

    /** Takes in the answers of a number of vehicles; those on lanes that nobody watches are passed over. */
    static void readAnswers(int vehicles, TraciReply reply, Map<String, Subscription> lanes, ReadingsBuilder draft)
            throws ProtocolException {
        for (int i = 0; i < vehicles; i++) {
            TraciConnection.enterAnswer(reply, Traci.VEHICLE);
            reply.type(Traci.STRING);
            Subscription lane = lanes.get(reply.text());
            reply.leave();
            boolean halting = TraciConnection.number(reply, Traci.VEHICLE) < HALTING_METERS_PER_SECOND;
            double waitingSeconds = TraciConnection.number(reply, Traci.VEHICLE);
            if (lane != null) {
                draft.addVehicle(lane, halting, waitingSeconds);
            }
        }
    }
}
