package io.clearway.scenario.onboarding;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.scenario.atsc.network.ApproachSurvey;
import io.clearway.scenario.atsc.network.NetworkSurvey;
import io.clearway.scenario.onboarding.OnboardingReport.Approach;
import io.clearway.scenario.onboarding.OnboardingReport.Demand;
import io.clearway.scenario.onboarding.OnboardingReport.Episode;
import io.clearway.scenario.onboarding.OnboardingReport.Network;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.importing.DemandCount;
import io.clearway.simulation.importing.ImportedTraffic;
import io.clearway.simulation.importing.ImportedTraffic.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Makes a signal-control problem of imported traffic, and the report on it. */
public final class Onboarding {
    /** As in the benchmarks. What a change of phases takes is the timing sheet's, signal by signal and pair by pair. */
    private static final double DECISION_SECONDS = 5;

    /** Yellow of the profile {@code paper}, and what rules reckon with for a change: that of 50 km/h. */
    private static final double TRANSITION_SECONDS = 3;

    private static final double TELEPORT_SECONDS = 600;
    private static final int LEAST_DECISIONS = 2;

    private final ImportedTraffic traffic;
    private final RoadNetwork roads;
    private final List<SignalAudit> audits;
    private final LoadAudit load;
    private final ApproachSurvey survey;
    private final ApproachShares shares;
    private final AtscDefinition.Timing timing;

    /**
     * Examines everything.
     *
     * @throws InvalidSetting when there is nothing to control, or no time to do it
     */
    public Onboarding(ImportedTraffic traffic) {
        this.traffic = traffic;
        this.roads = traffic.network().roads();
        List<Road> streets =
                roads.roads().stream().filter(road -> !road.internal()).toList();
        Map<String, Lane> lanes = streets.stream()
                .flatMap(road -> road.lanes().stream())
                .collect(Collectors.toMap(Lane::id, lane -> lane));
        Map<String, String> junctions = streets.stream().collect(Collectors.toMap(Road::id, Road::to));
        this.audits = roads.lights().stream()
                .filter(light -> !light.links().isEmpty())
                .map(light -> new SignalAudit(light, lanes, junctions))
                .toList();
        this.load = new LoadAudit(traffic, lanes);
        this.survey = new ApproachSurvey(roads);
        this.shares = new ApproachShares(traffic.demand(), lanes);
        if (agents().isEmpty()) {
            throw new InvalidSetting(
                    "network",
                    "%d traffic lights, none with two phases"
                            .formatted(roads.lights().size()),
                    "give a network with signals that have two phases or more");
        }
        this.timing = timing();
    }

    /** Signals for agents and the phases that they choose from. */
    public List<SignalAgents.Signal> signals() {
        return agents().stream().map(this::signal).toList();
    }

    private SignalAgents.Signal signal(SignalAudit audit) {
        SortedMap<String, List<String>> upstream = survey.upstream(audit.light());
        return new SignalAgents.Signal(
                audit.light().id(), audit.phases(), upstream, shares.of(audit.light(), upstream));
    }

    /** Which of them are neighbors. */
    public List<AgentGraph.Link> neighbors() {
        return new NetworkSurvey(roads).neighbors(signals());
    }

    /** Times of an episode. */
    public AtscDefinition.Timing episode() {
        return timing;
    }

    /** The report. */
    public OnboardingReport report(String scenario, String simulator) {
        int streets =
                (int) roads.roads().stream().filter(road -> !road.internal()).count();
        DemandCount demand = traffic.demand();
        List<Approach> approaches =
                load.approaches(audits.stream().map(SignalAudit::light).toList());
        List<Remark> remarks = new ArrayList<>(traffic.remarks());
        FindingsWriter own = new FindingsWriter(remarks);
        own.aboutIdle(
                roads.lights().stream().filter(light -> light.links().isEmpty()).toList());
        audits.forEach(own::about);
        own.about(demand);
        own.aboutLoad(approaches);
        return new OnboardingReport(
                new OnboardingReport.Subject(scenario, simulator),
                new Network(streets, roads.junctions().size(), roads.lights().size(), agents().size()),
                new Episode(
                        timing.beginSeconds(),
                        timing.beginSeconds() + timing.decisions() * timing.decisionSeconds(),
                        timing.decisionSeconds(),
                        timing.decisions()),
                new Demand(demand.vehicles(), demand.earlier(), demand.later(), demand.withoutRoute()),
                audits.stream().map(SignalAudit::findings).toList(),
                approaches,
                remarks);
    }

    private List<SignalAudit> agents() {
        return audits.stream().filter(SignalAudit::isAgent).toList();
    }

    private AtscDefinition.Timing timing() {
        int decisions = (int) ((traffic.endSeconds() - traffic.beginSeconds()) / DECISION_SECONDS);
        if (decisions < LEAST_DECISIONS) {
            throw new InvalidSetting(
                    "end",
                    traffic.endSeconds(),
                    "give a time %s s after the begin or later, for two decisions"
                            .formatted(LEAST_DECISIONS * DECISION_SECONDS));
        }
        return new AtscDefinition.Timing(
                DECISION_SECONDS,
                TRANSITION_SECONDS,
                decisions,
                traffic.run().stepSeconds(),
                traffic.run().teleportSeconds().orElse(TELEPORT_SECONDS),
                traffic.beginSeconds());
    }
}
