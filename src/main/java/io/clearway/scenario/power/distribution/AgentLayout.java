package io.clearway.scenario.power.distribution;

import io.clearway.network.ActionSpace;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.scenario.power.feeder.Branch;
import io.clearway.scenario.power.feeder.Zones;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which agents there are, what each controls and sees, and who is connected. */
final class AgentLayout {
    private static final int VALUES_OF_BUS = 4;
    private static final int VALUES_OF_INVERTER = 2;

    private final PowerNet net;
    private final Zones zones;
    private final PowerNetSettings settings;
    private final List<List<Integer>> buses = new ArrayList<>();
    private final List<List<Integer>> inverters = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();

    AgentLayout(PowerNet net, PowerNetSettings settings) {
        this.net = net;
        this.zones = net.zones();
        this.settings = settings;
        for (int zone = 0; zone < zones.count(); zone++) {
            int here = zone;
            buses.add(zones.buses(zone));
            inverters.add(IntStream.range(0, net.inverters())
                    .filter(inverter -> zones.of(net.sites().get(inverter)) == here)
                    .boxed()
                    .toList());
        }
        if (settings.agents() == PowerNetSettings.Agents.ZONES) {
            for (int zone = 0; zone < zones.count(); zone++) {
                agents.add(new Agent("zone-" + (zone + 1), zone, inverters.get(zone)));
            }
        } else {
            for (int inverter = 0; inverter < net.inverters(); inverter++) {
                int zone = zones.of(net.sites().get(inverter));
                agents.add(new Agent("inverter-" + (inverter + 1), zone, List.of(inverter)));
            }
        }
    }

    /**
     * An agent.
     *
     * @param name its own
     * @param zone that it sees, from 0
     * @param inverters that it controls, from 0
     */
    record Agent(String name, int zone, List<Integer> inverters) {}

    /** All agents in order. */
    List<Agent> agents() {
        return Collections.unmodifiableList(agents);
    }

    /** Buses that an agent sees. */
    List<Integer> seenBuses(Agent agent) {
        return buses.get(agent.zone());
    }

    /** Inverters that an agent sees. */
    List<Integer> seenInverters(Agent agent) {
        return inverters.get(agent.zone());
    }

    /** What each agent sees and may do. */
    List<AgentSpec> specs() {
        ActionSpace.Interval share = new ActionSpace.Interval(-settings.actionScale(), settings.actionScale());
        return agents.stream()
                .map(agent -> new AgentSpec(
                        agent.name(),
                        observed(agent),
                        new ActionSpace.Box(
                                Collections.nCopies(agent.inverters().size(), share))))
                .toList();
    }

    /** Length of an agent's observation. */
    int observed(Agent agent) {
        return VALUES_OF_BUS * seenBuses(agent).size()
                + VALUES_OF_INVERTER * seenInverters(agent).size();
    }

    /** Who is connected to whom. */
    AgentGraph graph() {
        List<String> names = agents.stream().map(Agent::name).toList();
        if (settings.links() == PowerNetSettings.Links.IDENTITY) {
            return new AgentGraph(names, List.of());
        }
        Set<List<Integer>> joined = new LinkedHashSet<>();
        for (Branch branch : net.feeder().branches()) {
            int one = zones.of(branch.from());
            int other = zones.of(branch.to());
            if (one != Zones.NONE && other != Zones.NONE) {
                joined.add(List.of(Math.min(one, other), Math.max(one, other)));
            }
        }
        List<AgentGraph.Link> links = new ArrayList<>();
        for (int one = 0; one < agents.size(); one++) {
            for (int other = one + 1; other < agents.size(); other++) {
                int zone = agents.get(one).zone();
                int beside = agents.get(other).zone();
                if (zone == beside || joined.contains(List.of(Math.min(zone, beside), Math.max(zone, beside)))) {
                    links.add(new AgentGraph.Link(names.get(one), names.get(other)));
                }
            }
        }
        return new AgentGraph(names, links);
    }

    /** The share of its room that each inverter is to use, within the scale. */
    double[] shares(JointAction action) {
        double[] shares = new double[net.inverters()];
        for (int agent = 0; agent < agents.size(); agent++) {
            List<Integer> controlled = agents.get(agent).inverters();
            for (int number = 0; number < controlled.size(); number++) {
                double share = action.value(agent, number);
                shares[controlled.get(number)] =
                        Math.max(-settings.actionScale(), Math.min(settings.actionScale(), share));
            }
        }
        return shares;
    }
}
