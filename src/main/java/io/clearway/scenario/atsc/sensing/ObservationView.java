package io.clearway.scenario.atsc.sensing;

import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.ObservationPart;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.simulation.RoadNetwork;
import java.util.List;

/** What a learner observes of the readings of its signal, and in which scale. */
public interface ObservationView {
    /** Space that a standing vehicle takes, its gap included (SUMO's default length 5 m and gap 2.5 m). */
    double METERS_PER_VEHICLE = 7.5;

    /** Age of a phase counts up to this. */
    double LONGEST_AGE_SECONDS = 60;

    /** Number of values for a signal. */
    int size(ControlledSignal signal);

    /** The values. */
    float[] of(SignalReadings readings);

    /**
     * The view of some parts, one after the other.
     *
     * @param rule that the features of stages begin with
     */
    static ObservationView of(List<ObservationPart> parts, DetectorSpec spec, StagePreference rule) {
        List<ObservationView> views =
                parts.stream().map(part -> of(part, spec, rule)).toList();
        return views.size() == 1 ? views.get(0) : new Joined(views);
    }

    private static ObservationView of(ObservationPart part, DetectorSpec spec, StagePreference rule) {
        return switch (part) {
            case PAPER -> new Paper(spec);
            case FULL -> new Full(spec);
            case STAGES -> new StagesView(rule);
            case VEHICLES ->
                new PerLane(false, (readings, lane) -> readings.vehicles(lane) / room(readings.approachMeters(lane)));
            case QUEUE ->
                new PerLane(false, (readings, lane) -> readings.halting(lane) / room(readings.approachMeters(lane)));
            case DOWNSTREAM ->
                new PerLane(
                        true,
                        (readings, lane) -> 1 - readings.vehiclesDownstream(lane) / room(readings.outgoing(lane)));
            case PRESSURE ->
                new PerPhase((readings, phase) -> METERS_PER_VEHICLE
                        * readings.pressure(readings.signal().phases().get(phase)));
            case PHASE -> new PerPhase((readings, phase) -> readings.phase() == phase ? 1 : 0);
            case AGE -> new Age();
        };
    }

    /** Standing vehicles that fit on a lane. */
    static double room(RoadNetwork.Lane lane) {
        return room(lane.lengthMeters());
    }

    private static double room(double meters) {
        return Math.max(1, meters / METERS_PER_VEHICLE);
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
    record Paper(DetectorSpec spec) implements ObservationView {
        @Override
        public int size(ControlledSignal signal) {
            return signal.links().size();
        }

        @Override
        public float[] of(SignalReadings readings) {
            var links = readings.signal().links();
            float[] values = new float[links.size()];
            double limit = spec.observation().limit().orElse(Double.POSITIVE_INFINITY);
            for (int link = 0; link < values.length; link++) {
                int lane = links.get(link).from();
                values[link] = (float) Math.min(limit, vehicles(readings, lane) / divisor(readings.signal(), lane));
            }
            return values;
        }

        private double vehicles(SignalReadings readings, int lane) {
            return switch (spec.observation().stretch()) {
                case DETECTOR -> readings.vehiclesOnDetector(lane);
                case LANE -> readings.vehicles(lane);
                case LANE_AND_UPSTREAM -> readings.vehicles(lane) + readings.vehiclesUpstream(lane);
            };
        }

        private double divisor(ControlledSignal signal, int lane) {
            if (spec.observation().divisor() instanceof DetectorSpec.Divisor.Vehicles fixed) {
                return fixed.vehicles();
            }
            return meters(signal, lane)
                    / ((DetectorSpec.Divisor.Length) spec.observation().divisor()).metersPerVehicle();
        }

        private double meters(ControlledSignal signal, int lane) {
            double own = signal.incoming().get(lane).lengthMeters();
            return switch (spec.observation().stretch()) {
                case DETECTOR -> Math.min(own, spec.detectorMeters());
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
    record Full(DetectorSpec spec) implements ObservationView {
        private static final int VALUES_PER_LANE = 4;

        @Override
        public int size(ControlledSignal signal) {
            return VALUES_PER_LANE * signal.incoming().size()
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
                double room = room(readings.approachMeters(lane));
                double onDetector =
                        Math.min(room, (spec.detectorMeters() - spec.detectorGapMeters()) / METERS_PER_VEHICLE);
                values[next++] = (float) (readings.vehicles(lane) / room);
                values[next++] = (float) (readings.halting(lane) / room);
                values[next++] = (float) (readings.vehiclesOnDetector(lane) / onDetector);
                values[next++] = (float) (readings.haltingOnDetector(lane) / onDetector);
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
