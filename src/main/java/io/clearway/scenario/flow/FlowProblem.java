package io.clearway.scenario.flow;

import io.clearway.network.ActionSpace;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Seeds;
import io.clearway.scenario.SimulatorSeed;
import io.clearway.scenario.flow.FlowDefinition.Length;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.CollisionAction;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficDemand.Placed;
import io.clearway.simulation.TrafficDemand.PlacedVehicle;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.trips.RecordDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A definition under settings. */
record FlowProblem(FlowDefinition definition, FlowSettings settings) {
    /** Time after which a stuck vehicle is teleported. */
    private static final double NEVER = -1;

    FlowProblem {
        if (spacing(definition.length().shortestMeters(), definition, settings) < standing(definition)) {
            double room =
                    definition.length().shortestMeters() - definition.traffic().gapMeters();
            throw new InvalidSetting(
                    "vehicles", settings.task().vehicles(), "the road has space for %d at most".formatted((int)
                                    (room / standing(definition))));
        }
    }

    /** Each vehicle is connected to the one behind and the one ahead; the vehicle ahead is the next in order. */
    AgentGraph graph() {
        List<String> names = names();
        List<AgentGraph.Link> links = new ArrayList<>();
        for (int vehicle = 0; vehicle < names.size(); vehicle++) {
            links.add(new AgentGraph.Link(names.get(vehicle), names.get((vehicle + 1) % names.size())));
        }
        return new AgentGraph(names, links);
    }

    List<AgentSpec> agents() {
        ActionSpace space = ActionSpace.Box.of(
                -settings.task().acceleration(), settings.task().acceleration());
        return names().stream()
                .map(name -> new AgentSpec(name, FlowView.size(settings), space))
                .toList();
    }

    List<String> names() {
        return IntStream.rangeClosed(1, settings.task().vehicles())
                .mapToObj(number -> "vehicle-" + number)
                .toList();
    }

    /** How the episode of a seed starts. */
    Start start(TrafficSimulator simulator, long seed) {
        Seeds seeds = new Seeds(seed);
        double meters = meters(seeds);
        CompiledNetwork network = simulator.compile(network(meters));
        Circuit circuit = new Circuit(definition.lanes(), network.roads().lanesById());
        Placed demand =
                new Placed(definition.traffic().type(), definition.traffic().following(), vehicles(circuit, seeds));
        SimulationOptions options = new SimulationOptions(
                SimulatorSeed.of(seed),
                FlowDefinition.STEP_SECONDS,
                0,
                NEVER,
                CollisionAction.WARN,
                RecordDetail.TRIPS);
        return new Start(circuit, new SimulationSetup(network, demand, AdditionalElements.NONE, options));
    }

    /**
     * How an episode starts.
     *
     * @param circuit the route of all vehicles
     * @param setup of its simulation
     */
    record Start(Circuit circuit, SimulationSetup setup) {}

    private double meters(Seeds seeds) {
        Length length = definition.length();
        // whole meters, so that there are not more networks than that
        return length.isFixed()
                ? length.shortestMeters()
                : seeds.generator("length", 0).nextInt((int) length.shortestMeters(), (int) length.longestMeters() + 1);
    }

    private NetworkSource network(double meters) {
        double drawn = definition.length().drawnMeters();
        return meters == drawn ? definition.network() : new NetworkSource.Scaled(definition.network(), meters / drawn);
    }

    private List<PlacedVehicle> vehicles(Circuit circuit, Seeds seeds) {
        double spacing = spacing(circuit.roadLength(), definition, settings);
        double free = Math.max(0, spacing - standing(definition));
        RandomGenerator chance = seeds.generator("start", 0);
        List<String> names = names();
        List<PlacedVehicle> vehicles = new ArrayList<>();
        for (int vehicle = 0; vehicle < names.size(); vehicle++) {
            double shift = settings.scatter() * free * (chance.nextDouble() - 0.5);
            double meters = (vehicle * spacing + shift + circuit.roadLength()) % circuit.roadLength();
            Circuit.Place place = circuit.place(meters);
            vehicles.add(
                    new PlacedVehicle(names.get(vehicle), place.circle(), rounds(circuit), place.positionMeters(), 0));
        }
        return vehicles;
    }

    /** More than any vehicle can drive within an episode. */
    private int rounds(Circuit circuit) {
        double farthest = settings.task().decisions()
                * FlowDefinition.STEP_SECONDS
                * definition.traffic().following().highestSpeedMetersPerSecond();
        return 2 * (int) Math.ceil(farthest / circuit.roadLength()) + 2;
    }

    private static double spacing(double meters, FlowDefinition definition, FlowSettings settings) {
        return (meters - definition.traffic().gapMeters()) / settings.task().vehicles();
    }

    /** What a standing vehicle takes of a road. */
    private static double standing(FlowDefinition definition) {
        return definition.traffic().type().lengthMeters()
                + definition.traffic().following().minimumGapMeters();
    }
}
