package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.AtscSettings.ObservationKind;
import io.clearway.simulation.RoadNetwork;

/** What of the readings of a signal its learner sees, and in which scale. */
interface ObservationView {
    /** Room that a standing vehicle takes, its gap included (SUMO's default length 5 m and gap 2.5 m). */
    double METERS_PER_VEHICLE = 7.5;

    /** Age of a phase is told up to this. */
    double LONGEST_AGE_SECONDS = 60;

    /** Number of values for a signal. */
    int size(ControlledSignal signal);

    /** The values. */
    float[] of(SignalReadings readings);

    /** The view of a kind. */
    static ObservationView of(ObservationKind kind, Measures measures) {
        return switch (kind) {
            case PAPER -> new Paper(measures);
            case FULL -> new Full(measures);
        };
    }

    /** Per link the vehicles before it, divided and cut; lanes of several links come several times. */
    record Paper(Measures measures) implements ObservationView {
        @Override
        public int size(ControlledSignal signal) {
            return signal.links().size();
        }

        @Override
        public float[] of(SignalReadings readings) {
            var links = readings.signal().links();
            float[] values = new float[links.size()];
            double limit = measures.observation().limit().orElse(Double.POSITIVE_INFINITY);
            for (int link = 0; link < values.length; link++) {
                int lane = links.get(link).from();
                values[link] = (float) Math.min(limit, vehicles(readings, lane) / divisor(readings.signal(), lane));
            }
            return values;
        }

        private double vehicles(SignalReadings readings, int lane) {
            return switch (measures.observation().stretch()) {
                case DETECTOR -> readings.vehiclesOnDetector(lane);
                case LANE -> readings.vehicles(lane);
                case LANE_AND_UPSTREAM -> readings.vehicles(lane) + readings.vehiclesUpstream(lane);
            };
        }

        private double divisor(ControlledSignal signal, int lane) {
            if (measures.observation().divisor() instanceof Measures.Divisor.Vehicles fixed) {
                return fixed.vehicles();
            }
            return meters(signal, lane)
                    / ((Measures.Divisor.Length) measures.observation().divisor()).metersPerVehicle();
        }

        private double meters(ControlledSignal signal, int lane) {
            double own = signal.incoming().get(lane).lengthMeters();
            return switch (measures.observation().stretch()) {
                case DETECTOR -> Math.min(own, measures.detectorMeters()) - measures.detectorGapMeters();
                case LANE -> own;
                case LANE_AND_UPSTREAM ->
                    own
                            + signal.upstream().get(lane).stream()
                                    .mapToDouble(RoadNetwork.Lane::lengthMeters)
                                    .sum();
            };
        }
    }

    /**
     * Per incoming lane vehicles and halting vehicles on all of it and on its detector, per outgoing lane vehicles,
     * each as a share of what fits there; then the shown phase one-hot, and how long it has been held.
     */
    record Full(Measures measures) implements ObservationView {
        @Override
        public int size(ControlledSignal signal) {
            return 4 * signal.incoming().size()
                    + signal.outgoing().size()
                    + signal.phases().size()
                    + 1;
        }

        @Override
        public float[] of(SignalReadings readings) {
            ControlledSignal signal = readings.signal();
            float[] values = new float[size(signal)];
            int next = 0;
            for (int lane = 0; lane < signal.incoming().size(); lane++) {
                double room = room(signal.incoming().get(lane));
                double seen =
                        Math.min(room, (measures.detectorMeters() - measures.detectorGapMeters()) / METERS_PER_VEHICLE);
                values[next++] = (float) (readings.vehicles(lane) / room);
                values[next++] = (float) (readings.halting(lane) / room);
                values[next++] = (float) (readings.vehiclesOnDetector(lane) / seen);
                values[next++] = (float) (readings.haltingOnDetector(lane) / seen);
            }
            for (int lane = 0; lane < signal.outgoing().size(); lane++) {
                values[next++] = (float) (readings.vehiclesDownstream(lane)
                        / room(signal.outgoing().get(lane)));
            }
            values[next + readings.phase()] = 1;
            values[values.length - 1] = (float) Math.min(1, readings.heldSeconds() / LONGEST_AGE_SECONDS);
            return values;
        }

        private static double room(RoadNetwork.Lane lane) {
            return Math.max(1, lane.lengthMeters() / METERS_PER_VEHICLE);
        }
    }
}
