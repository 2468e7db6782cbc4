package io.clearway.signal;

import io.clearway.monitor.SignalMonitor;
import io.clearway.monitor.Trip;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Requests and interferes at random while the independent monitor watches every second of one signal. */
public final class Adversary {
    private static final int LONGEST_WISH_SECONDS = 30;
    private static final double GARBAGE = 0.1;
    private static final String LIGHTS = "GGggrrryysuoO";

    private final Random random;
    private final List<Phase> stages;
    private final SafetyEnvelope envelope;
    private final SignalMonitor monitor;
    private final int size;
    private final List<String> recent = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private boolean endsConflict;

    public Adversary(TrafficLight light, SignalTiming timing, List<Phase> stages, long seed) {
        this.random = new Random(seed);
        this.stages = stages;
        this.size = timing.size();
        this.envelope = new SafetyEnvelope(
                ConflictMatrix.of(light), timing, stages.get(0).state(), stages.get(0));
        this.monitor = new SignalMonitor(light, timing);
    }

    /**
     * Plays.
     *
     * @param override probability per second that somebody else sets the signal
     * @return the first fault that is the envelope's, with what was shown before; empty when there is none
     */
    public Optional<String> play(int seconds, double override) {
        Phase requested = stages.get(0);
        int left = 0;
        for (int second = 1; second <= seconds; second++) {
            if (left-- <= 0) {
                requested = anyStage();
                left = random.nextInt(LONGEST_WISH_SECONDS);
            }
            boolean interferes = random.nextDouble() < override;
            show(interferes, requested, second);
            Optional<Trip> trip = monitor.trip();
            if (trip.isPresent() && !interferes && !isEndOfConflict(trip.get())) {
                return Optional.of(trip.get().description() + " after " + recent);
            }
            endsConflict = trip.isPresent() && (interferes || endsConflict);
            if (trip.isPresent()) {
                monitor.reset(second);
            }
        }
        return Optional.empty();
    }

    /** How many of the stages were shown. */
    public long stagesShown() {
        return stages.stream().filter(stage -> shown.contains(stage.state())).count();
    }

    /** Greens that somebody else gave against the rules end at once, so they are short. */
    private boolean isEndOfConflict(Trip trip) {
        return endsConflict && trip.kind() == Trip.Kind.SHORT_GREEN;
    }

    private void show(boolean interferes, Phase requested, int second) {
        String state = envelope.tick(requested);
        if (interferes) {
            state = interference();
            envelope.override(state);
        }
        shown.add(state);
        recent.add(state);
        if (recent.size() > LONGEST_WISH_SECONDS) {
            recent.remove(0);
        }
        monitor.observe(state, second, index -> false);
    }

    private Phase anyStage() {
        return random.nextDouble() < GARBAGE
                ? new Phase(text("GGggrrr", random.nextInt(4) == 0 ? size + 1 : size))
                : stages.get(random.nextInt(stages.size()));
    }

    private String interference() {
        return switch (random.nextInt(6)) {
            case 0 -> text(LIGHTS, size);
            case 1 -> text(LIGHTS, random.nextInt(size + 3));
            case 2 -> "G".repeat(size);
            case 3 -> "o".repeat(size);
            case 4 -> "r".repeat(size);
            default -> stages.get(random.nextInt(stages.size())).state();
        };
    }

    private String text(String lights, int length) {
        return random.ints(length, 0, lights.length())
                .mapToObj(place -> lights.substring(place, place + 1))
                .collect(Collectors.joining());
    }
}
