package io.clearway.scenario.flow;

import io.clearway.network.JointObservation;
import io.clearway.scenario.SensedObservation;
import io.clearway.simulation.Readings;
import java.util.ArrayList;
import java.util.List;

/** Turns what a simulation reports of the vehicles into what agents and rules see. */
record FlowView(FlowDefinition definition, FlowSettings settings, Circuit circuit) {
    private static final int PAPER_SIZE = 2;
    private static final int FULL_SIZE = 4;

    static int size(FlowSettings settings) {
        return settings.observation() == FlowSettings.Observation.FULL ? FULL_SIZE : PAPER_SIZE;
    }

    /**
     * The paper's speed over the highest speed and place over the length of the way, which restarts each lap; in full
     * also the gap over the way per vehicle, and the speed of the vehicle ahead over the highest speed.
     */
    JointObservation observe(Readings readings) {
        int vehicles = settings.task().vehicles();
        double highest = definition.traffic().following().highestSpeedMetersPerSecond();
        float[][] local = new float[vehicles][];
        List<VehicleReadings> read = new ArrayList<>();
        for (int vehicle = 0; vehicle < vehicles; vehicle++) {
            VehicleReadings own = read(vehicle, readings);
            double place = circuit.position(readings.vehicle(vehicle)) / circuit.length();
            float speed = (float) (own.speed() / highest);
            read.add(own);
            local[vehicle] = settings.observation() == FlowSettings.Observation.FULL
                    ? new float[] {
                        speed, (float) place, (float) (own.gap() / own.spacing()), (float) (own.leaderSpeed() / highest)
                    }
                    : new float[] {speed, (float) place};
        }
        return new SensedObservation(JointObservation.of(local, new boolean[vehicles][0]), read);
    }

    private VehicleReadings read(int vehicle, Readings readings) {
        int leader = (vehicle + 1) % settings.task().vehicles();
        double front = circuit.position(readings.vehicle(vehicle));
        double ahead = circuit.ahead(front, circuit.position(readings.vehicle(leader)));
        return new VehicleReadings(
                readings.vehicle(vehicle).speedMetersPerSecond(),
                ahead - definition.traffic().type().lengthMeters(),
                readings.vehicle(leader).speedMetersPerSecond(),
                circuit.length() / settings.task().vehicles(),
                front);
    }
}
