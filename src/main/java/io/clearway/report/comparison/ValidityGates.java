package io.clearway.report.comparison;

import io.clearway.metric.Metric;
import io.clearway.metric.TravelMode;
import io.clearway.metric.TripMeasures;
import io.clearway.report.comparison.PairedEpisodes.Pair;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conditions under which two controllers may be compared. */
final class ValidityGates {
    /** More teleports per due vehicle than this, and jams were cleared by magic rather than by the controller. */
    private static final double TELEPORTS_PER_VEHICLE = 0.005;

    private static final int FEWEST_SEEDS = 5;
    private static final String AGENTS = "agents";
    private static final String OWNER = "owner";
    private final PairedEpisodes episodes;

    private ValidityGates(PairedEpisodes episodes) {
        this.episodes = episodes;
    }

    static List<ValidityGate> of(PairedEpisodes episodes) {
        ValidityGates gates = new ValidityGates(episodes);
        return List.of(
                gates.seeds(),
                gates.same("network and demand", EpisodeResult::scenarioHash, "scenario hash"),
                gates.same("simulator", EpisodeResult::simulator, "version"),
                gates.demand(),
                gates.clearance(),
                gates.walkers(),
                gates.teleports(),
                gates.collisions());
    }

    private ValidityGate seeds() {
        int seeds = episodes.pairs().size();
        return ValidityGate.of(
                "seeds",
                seeds >= FEWEST_SEEDS,
                seeds >= FEWEST_SEEDS
                        ? "%d seeds that both played".formatted(seeds)
                        : "%d of the at least %d seeds that both have to play; evaluate more"
                                .formatted(seeds, FEWEST_SEEDS));
    }

    private ValidityGate same(String name, Function<EpisodeResult, String> of, String what) {
        Set<String> found = all().map(of).collect(Collectors.toCollection(TreeSet::new));
        return ValidityGate.of(
                name,
                found.size() == 1,
                found.size() == 1
                        ? "the same %s throughout: %s"
                                .formatted(what, found.iterator().next())
                        : "more than one %s: %s; evaluate both again".formatted(what, String.join(", ", found)));
    }

    private ValidityGate demand() {
        if (!measured(Metric.LOADED)) {
            return unmeasured("demand");
        }
        long differ = episodes.pairs().stream()
                .filter(pair -> figure(pair.before(), Metric.LOADED) != figure(pair.after(), Metric.LOADED))
                .count();
        return ValidityGate.of(
                "demand",
                differ == 0,
                differ == 0
                        ? "the same number of due vehicles seed by seed"
                        : "another number of due vehicles on %d seeds; evaluate both under the same demand"
                                .formatted(differ));
    }

    private ValidityGate clearance() {
        Set<String> before = times(Pair::before);
        Set<String> after = times(Pair::after);
        String name = "yellow and clearance";
        if (before.contains("") || after.contains("")) {
            return ValidityGate.of(
                    name, false, "not known under which times one of them was played; evaluate both again");
        }
        return ValidityGate.of(
                name,
                before.equals(after) && before.size() == 1,
                before.equals(after) && before.size() == 1
                        ? "both keep to the times '%s'"
                                .formatted(before.iterator().next())
                        : ("%s was played under the times '%s', %s under '%s'; evaluate both with "
                                        + "--scenario-set timings=owner where one is the network's own program")
                                .formatted(
                                        episodes.before(),
                                        String.join(", ", before),
                                        episodes.after(),
                                        String.join(", ", after)));
    }

    /** The profile of a signal's times; the network's own program shows its owner's. */
    private Set<String> times(Function<Pair, EpisodeResult> side) {
        Set<String> times = new TreeSet<>();
        for (Pair pair : episodes.pairs()) {
            var settings = side.apply(pair).details().settings();
            times.add(
                    settings.isEmpty()
                            ? ""
                            : settings.getOrDefault("control", AGENTS).equals(AGENTS)
                                    ? String.valueOf(settings.getOrDefault("timings", "standard"))
                                    : OWNER);
        }
        return times;
    }

    private ValidityGate walkers() {
        if (all().anyMatch(result -> result.details().travel().byMode().isEmpty())) {
            return ValidityGate.note("walkers", "not known: these results do not tell trips by mode of travel");
        }
        int before = walkers(Pair::before);
        int after = walkers(Pair::after);
        if (before == 0 && after == 0) {
            return ValidityGate.note("walkers", "the demand has none: nothing is known of what they would wait");
        }
        return ValidityGate.of(
                "walkers",
                before == after,
                before == after
                        ? "%d walks in both".formatted(before)
                        : "%d walks before, %d after; evaluate both under the same demand".formatted(before, after));
    }

    private int walkers(Function<Pair, EpisodeResult> side) {
        return episodes.pairs().stream()
                .mapToInt(pair -> side.apply(pair)
                        .details()
                        .travel()
                        .byMode()
                        .getOrDefault(TravelMode.WALK, TripMeasures.NONE)
                        .counts()
                        .due())
                .sum();
    }

    private ValidityGate teleports() {
        return rare("teleports", Metric.TELEPORTS, TELEPORTS_PER_VEHICLE, "jams were cleared by the simulator");
    }

    private ValidityGate collisions() {
        return rare("collisions on roads", Metric.COLLISIONS, 0, "vehicles ran into others");
    }

    private ValidityGate rare(String name, Metric metric, double mostPerVehicle, String why) {
        if (!measured(metric) || !measured(Metric.LOADED)) {
            return unmeasured(name);
        }
        List<String> found = new ArrayList<>();
        boolean passed = true;
        for (String side : List.of(episodes.before(), episodes.after())) {
            Function<Pair, EpisodeResult> of = side.equals(episodes.before()) ? Pair::before : Pair::after;
            double count = sum(of, metric);
            double vehicles = sum(of, Metric.LOADED);
            passed &= count <= mostPerVehicle * vehicles;
            found.add("%s %.0f".formatted(side, count));
        }
        return ValidityGate.of(name, passed, String.join(", ", found) + (passed ? "" : ": " + why));
    }

    private boolean measured(Metric metric) {
        return all().allMatch(result -> result.metrics().containsKey(metric));
    }

    private static ValidityGate unmeasured(String name) {
        return ValidityGate.of(name, false, "not measured; evaluate both again");
    }

    private double sum(Function<Pair, EpisodeResult> side, Metric metric) {
        return episodes.pairs().stream()
                .mapToDouble(pair -> figure(side.apply(pair), metric))
                .sum();
    }

    private static double figure(EpisodeResult result, Metric metric) {
        return result.metrics().getOrDefault(metric, 0.0);
    }

    private Stream<EpisodeResult> all() {
        return episodes.pairs().stream().flatMap(pair -> Stream.of(pair.before(), pair.after()));
    }
}
