package io.clearway.scenario.atsc;

import io.clearway.metric.CorridorMeasures;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.trips.NetworkState;
import io.clearway.simulation.trips.RoadPosition;
import io.clearway.simulation.trips.SimulationRecords;
import io.clearway.simulation.trips.VehicleRoute;
import java.util.List;

/**
 * Several observers as one.
 *
 * @param all in order
 */
record EpisodeObservers(List<EpisodeObserver> all) implements EpisodeObserver {
    EpisodeObservers {
        all = List.copyOf(all);
    }

    @Override
    public SimulationSetup equip(SimulationSetup setup) {
        SimulationSetup equipped = setup;
        for (EpisodeObserver observer : all) {
            equipped = observer.equip(equipped);
        }
        return equipped;
    }

    @Override
    public void begin(TrafficSimulation simulation) {
        all.forEach(observer -> observer.begin(simulation));
    }

    @Override
    public void sample(Readings readings, Queues queues) {
        all.forEach(observer -> observer.sample(readings, queues));
    }

    @Override
    public SimulationRecords records() {
        List<SimulationRecords> each =
                all.stream().map(EpisodeObserver::records).toList();
        return new SimulationRecords() {
            @Override
            public void step(NetworkState state) {
                each.forEach(records -> records.step(state));
            }

            @Override
            public void route(VehicleRoute route) {
                each.forEach(records -> records.route(route));
            }

            @Override
            public void position(RoadPosition position) {
                each.forEach(records -> records.position(position));
            }
        };
    }

    @Override
    public List<CorridorMeasures> complete() {
        return all.stream().flatMap(observer -> observer.complete().stream()).toList();
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        for (EpisodeObserver observer : all) {
            try {
                observer.close();
            } catch (RuntimeException failed) {
                failure = failure == null ? failed : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
