package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.ObservationPart;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.simulation.RoadNetwork;
import java.util.List;

/** What of the readings of a signal its learner sees, and in which scale. */
public interface ObservationView {
    /** Room that a standing vehicle takes, its gap included (SUMO's default length 5 m and gap 2.5 m). */
    double METERS_PER_VEHICLE = 7.5;

    /** Age of a phase is told up to this. */
    double LONGEST_AGE_SECONDS = 60;

    /** Number of values for a signal. */
    int size(ControlledSignal signal);

    /** The values. */
    float[] of(SignalReadings readings);

    /** The view of some parts, one after the other. */
    static ObservationView of(List<ObservationPart> parts, DetectorSpec measures) {
        List<ObservationView> views =
                parts.stream().map(part -> of(part, measures)).toList();
        return views.size() == 1 ? views.get(0) : new Joined(views);
    }

    private static ObservationView of(ObservationPart part, DetectorSpec measures) {
        return switch (part) {
            case PAPER -> new Paper(measures);
            case FULL -> new Full(measures);
            case VEHICLES -> new PerLane(false, (seen, lane) -> seen.vehicles(lane) / room(seen.incoming(lane)));
            case QUEUE -> new PerLane(false, (seen, lane) -> seen.halting(lane) / room(seen.incoming(lane)));
            case DOWNSTREAM ->
                new PerLane(true, (seen, lane) -> 1 - seen.vehiclesDownstream(lane) / room(seen.outgoing(lane)));
            case PRESSURE ->
                new PerPhase((seen, phase) -> METERS_PER_VEHICLE
                        * seen.pressure(seen.signal().phases().get(phase)));
            case PHASE -> new PerPhase((seen, phase) -> seen.phase() == phase ? 1 : 0);
            case AGE -> new Age();
        };
    }

    /** Standing vehicles that fit on a lane. */
    private static double room(RoadNetwork.Lane lane) {
        return Math.max(1, lane.lengthMeters() / METERS_PER_VEHICLE);
    }

    /** Several views side by side. */
    record Joined(List<ObservationView> views) implements ObservationView {
        @Override
        public int size(ControlledSignal signal) {
            return views.stream().mapToInt(view -> view.size(signal)).sum();
        }

        @Override
        public float[] of(SignalReadings readings) {
            float[] values = new float[size(readings.signal())];
            int next = 0;
            for (ObservationView view : views) {
                float[] own = view.of(readings);
                System.arraycopy(own, 0, values, next, own.length);
                next += own.length;
            }
            return values;
        }
    }

    /** A value for each incoming or outgoing lane or for each phase, by place. */
    @FunctionalInterface
    interface Feature {
        double of(SignalReadings readings, int place);
    }

    /** A value for each incoming or each outgoing lane. */
    record PerLane(boolean outgoing, Feature feature) implements ObservationView {
        @Override
        public int size(ControlledSignal signal) {
            return outgoing ? signal.outgoing().size() : signal.incoming().size();
        }

        @Override
        public float[] of(SignalReadings readings) {
            return values(size(readings.signal()), readings, feature);
        }
    }

    /** A value for each phase. */
    record PerPhase(Feature feature) implements ObservationView {
        @Override
        public int size(ControlledSignal signal) {
            return signal.phases().size();
        }

        @Override
        public float[] of(SignalReadings readings) {
            return values(size(readings.signal()), readings, feature);
        }
    }

    private static float[] values(int size, SignalReadings readings, Feature feature) {
        float[] values = new float[size];
        for (int place = 0; place < size; place++) {
            values[place] = (float) feature.of(readings, place);
        }
        return values;
    }

    /** How long the shown phase has been held. */
    record Age() implements ObservationView {
        @Override
        public int size(ControlledSignal signal) {
            return 1;
        }

        @Override
        public float[] of(SignalReadings readings) {
            return new float[] {age(readings)};
        }
    }

    private static float age(SignalReadings readings) {
        return (float) Math.min(1, readings.heldSeconds() / LONGEST_AGE_SECONDS);
    }

    /** Per link the vehicles before it, divided and cut; lanes of several links come several times. */
    record Paper(DetectorSpec measures) implements ObservationView {
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
            if (measures.observation().divisor() instanceof DetectorSpec.Divisor.Vehicles fixed) {
                return fixed.vehicles();
            }
            return meters(signal, lane)
                    / ((DetectorSpec.Divisor.Length) measures.observation().divisor()).metersPerVehicle();
        }

        private double meters(ControlledSignal signal, int lane) {
            double own = signal.incoming().get(lane).lengthMeters();
            return switch (measures.observation().stretch()) {
                case DETECTOR -> Math.min(own, measures.detectorMeters());
                case LANE -> own;
                case LANE_AND_UPSTREAM ->
                    own
                            + signal.lanes().upstream().get(lane).stream()
                                    .mapToDouble(RoadNetwork.Lane::lengthMeters)
                                    .sum();
            };
        }
    }

    /**
     * Per incoming lane vehicles and halting vehicles on all of it and on its detector, per outgoing lane vehicles,
     * each as a share of what fits there; then the shown phase one-hot, and how long it has been held.
     */
    record Full(DetectorSpec measures) implements ObservationView {
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
            values[values.length - 1] = age(readings);
            return values;
        }
    }
}
