package io.clearway.scenario.onboarding;

import io.clearway.scenario.onboarding.OnboardingReport.Intersection;
import io.clearway.scenario.onboarding.OnboardingReport.Phases;
import io.clearway.scenario.onboarding.OnboardingReport.Problems;
import io.clearway.scenario.onboarding.OnboardingReport.RunningProgram;
import io.clearway.scenario.onboarding.OnboardingReport.SignalFindings;
import io.clearway.setting.InvalidSetting;
import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The examination of one traffic light. */
final class SignalAudit {
    /** Space that a standing vehicle takes, its gap included. */
    private static final double VEHICLE_METERS = 7.5;

    private final TrafficLight light;
    private final Map<String, Lane> lanes;
    private final Map<String, String> junctionOfRoad;
    private final ConflictMatrix conflicts;
    private final PhaseChoice choice;
    private final List<ProgramAudit> programs;

    /**
     * @param lanes of all roads outside of junctions, by id
     * @param junctionOfRoad the junction that each road leads to
     */
    SignalAudit(TrafficLight light, Map<String, Lane> lanes, Map<String, String> junctionOfRoad) {
        this.light = light;
        this.lanes = lanes;
        this.junctionOfRoad = junctionOfRoad;
        this.conflicts = ConflictMatrix.of(light);
        light.programs().forEach(this::requireFit);
        this.choice = new PhaseChoice(light, conflicts);
        this.programs = light.programs().stream()
                .map(program -> new ProgramAudit(program, conflicts.size()))
                .toList();
    }

    private void requireFit(Program program) {
        boolean fits = !program.phases().isEmpty()
                && program.phases().stream().allMatch(step -> step.state().length() >= conflicts.size());
        if (!fits) {
            throw new InvalidSetting(
                    "network",
                    "program '%s' of signal %s".formatted(program.id(), light.id()),
                    "give it phases, each with a state of %d characters".formatted(conflicts.size()));
        }
    }

    TrafficLight light() {
        return light;
    }

    PhaseChoice choice() {
        return choice;
    }

    /** The phases to choose from. */
    List<Phase> phases() {
        return choice.phases();
    }

    /** Whether there is something to choose: vehicles, and two phases at least. */
    boolean isAgent() {
        return driven().findAny().isPresent() && choice.phases().size() > 1;
    }

    /** Shortest time to clear the junction in the running program. */
    private double allRedSeconds() {
        return programs.get(0).clearanceSeconds(conflicts).orElse(0);
    }

    SignalFindings findings() {
        Program running = light.programs().get(0);
        int movements = (int) driven().count();
        return new SignalFindings(
                light.id(),
                isAgent(),
                new Intersection(junctions(), movements, light.links().size() - movements),
                new RunningProgram(
                        running.id(),
                        running.type(),
                        programs.size(),
                        programs.get(0).cycleSeconds(),
                        programs.get(0).yellowSeconds().orElse(0),
                        allRedSeconds()),
                new Phases(
                        choice.phases().stream().map(Phase::state).toList(),
                        choice.added().stream().map(Phase::state).toList()),
                new Problems(choice.unserved(), withoutYellow(), greenTogether(), shortLanes()));
    }

    private int junctions() {
        return (int) driven().map(link -> junctionOfRoad.getOrDefault(lane(link).road(), ""))
                .distinct()
                .count();
    }

    /** Pedestrians have no yellow. */
    private List<Integer> withoutYellow() {
        List<Integer> vehicles = driven().map(Link::index).toList();
        return programs.stream()
                .flatMap(program -> program.withoutYellow(vehicles::contains).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> greenTogether() {
        return programs.stream()
                .flatMap(program -> program.conflicts(conflicts).stream())
                .distinct()
                .map(conflict -> "%d and %d".formatted(conflict.one(), conflict.other()))
                .toList();
    }

    private List<String> shortLanes() {
        return driven().map(this::lane)
                .filter(lane -> lane.lengthMeters() < VEHICLE_METERS)
                .map(Lane::id)
                .distinct()
                .toList();
    }

    private Stream<Link> driven() {
        return light.links().stream().filter(link -> lanes.containsKey(link.fromLane()));
    }

    private Lane lane(Link link) {
        Lane lane = lanes.get(link.fromLane());
        if (lane == null) {
            throw new IllegalStateException("Link %d is not for vehicles".formatted(link.index()));
        }
        return lane;
    }
}
