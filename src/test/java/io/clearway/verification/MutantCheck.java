package io.clearway.verification;

import io.clearway.monitor.SignalMonitor;
import io.clearway.monitor.Trip;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.ConflictMatrix;
import io.clearway.signal.Phase;
import io.clearway.signal.SafetyEnvelope;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is found in formulas, envelope and guard as they are loaded, by the monitor and by times worked out by hand. */
public final class MutantCheck {
    private static final int STATES = 20_000;
    private static final List<String> UNSAFE_STAGES = List.of("GrGrr", "GrrrG", "rgGrr", "gGrrr");

    private MutantCheck() {}

    /** Names of the kinds of faults that follow from the formulas. */
    public static Set<String> inFormulas() {
        return kinds(verify(
                FormulaJunction.signal(FormulaJunction.computed()), FormulaJunction.light(), FormulaJunction.byHand()));
    }

    /** Names of the kinds of faults of envelope and guard. */
    public static Set<String> inGuards() {
        List<Trip> trips = new ArrayList<>();
        SignalTiming any = WalkedJunction.timing();
        SignalTiming ordered = new SignalTiming(any.movements(), any.intergreens(), List.of(0, 2, 1));
        trips.addAll(verify(
                WalkedJunction.signal(
                        any, WalkedJunction.NORTH, WalkedJunction.LEFT_ONLY, WalkedJunction.EAST, "Grrrr"),
                WalkedJunction.light(),
                any));
        trips.addAll(verify(
                WalkedJunction.signal(ordered, WalkedJunction.NORTH, WalkedJunction.LEFT_ONLY, WalkedJunction.EAST),
                WalkedJunction.light(),
                ordered));
        UNSAFE_STAGES.forEach(stage -> trips.addAll(shown(stage)));
        return kinds(trips);
    }

    private static Set<String> kinds(List<Trip> trips) {
        return trips.stream().map(trip -> trip.kind().name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Trip> verify(LiveSignal signal, TrafficLight light, SignalTiming required) {
        EnvelopeWalk walk = new EnvelopeWalk(signal, light, required, STATES);
        walk.walk();
        List<Trip> trips = new ArrayList<>(walk.violations());
        new WaitWalk(signal, light, required).stubborn().ifPresent(trips::add);
        return trips;
    }

    /** What the monitor says of a stage that the envelope takes, though it must not. */
    private static List<Trip> shown(String stage) {
        SignalTiming timing = WalkedJunction.timing();
        try {
            SafetyEnvelope envelope =
                    new SafetyEnvelope(ConflictMatrix.of(WalkedJunction.light()), timing, stage, new Phase(stage));
            return new SignalMonitor(WalkedJunction.light(), timing)
                    .observe(envelope.shown(), 1, index -> false).stream().toList();
        } catch (IllegalArgumentException refused) {
            return List.of();
        }
    }
}
