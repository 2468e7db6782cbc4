package io.clearway.deployments.live;

import io.clearway.simulation.Commands;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.TripStatistics;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A simulator of which the sensors of one lane are stuck.
 *
 * @param lane whose detector and lane count always report these vehicles, all of them halting
 */
record StuckLane(TrafficSimulator simulator, String lane, int vehicles) implements TrafficSimulator {
    @Override
    public String version() {
        return simulator.version();
    }

    @Override
    public CompiledNetwork compile(NetworkSource source) {
        return simulator.compile(source);
    }

    @Override
    public TrafficSimulation start(SimulationSetup setup) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrafficSimulation attach(LiveAddress address) {
        return new Stuck(simulator.attach(address));
    }

    private final class Stuck implements TrafficSimulation {
        private final TrafficSimulation simulation;
        private SubscriptionSpec watch = new SubscriptionSpec(List.of(), List.of(), List.of(), List.of());

        Stuck(TrafficSimulation simulation) {
            this.simulation = simulation;
        }

        @Override
        public String version() {
            return simulation.version();
        }

        @Override
        public double endSeconds() {
            return simulation.endSeconds();
        }

        @Override
        public List<RoadNetwork.TrafficLight> lights() {
            return simulation.lights();
        }

        @Override
        public Readings subscribe(SubscriptionSpec wanted) {
            watch = wanted;
            return reported(simulation.subscribe(wanted));
        }

        @Override
        public Readings advance(Commands orders, double untilSeconds) {
            return reported(simulation.advance(orders, untilSeconds));
        }

        @Override
        public void resumeProgram(String light, String program) {
            simulation.resumeProgram(light, program);
        }

        @Override
        public TripStatistics finish() {
            return simulation.finish();
        }

        @Override
        public void close() {
            simulation.close();
        }

        private Readings reported(Readings right) {
            return new Readings(
                    right.seconds(),
                    counts(watch.detectors(), right::vehiclesOnDetector, right::haltingOnDetector),
                    counts(watch.lanes(), right::vehiclesOnLane, right::haltingOnLane),
                    IntStream.range(0, watch.waitingLanes().size())
                            .mapToDouble(right::waitingSeconds)
                            .toArray(),
                    IntStream.range(0, watch.lights().size())
                            .mapToObj(right::lightState)
                            .toList(),
                    right.counts());
        }

        private int[][] counts(List<String> lanes, IntUnaryOperator all, IntUnaryOperator halting) {
            return Stream.of(all, halting)
                    .map(count -> IntStream.range(0, lanes.size())
                            .map(place -> lanes.get(place).equals(lane) ? vehicles : count.applyAsInt(place))
                            .toArray())
                    .toArray(int[][]::new);
        }
    }
}
