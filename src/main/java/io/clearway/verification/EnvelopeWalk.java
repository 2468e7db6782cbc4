package io.clearway.verification;

import io.clearway.monitor.SignalMonitor;
import io.clearway.monitor.Trip;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.Phase;
import io.clearway.signal.SafetyEnvelope;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.SignalTiming;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through every reachable state of one signal's envelope, and from each state along every choice that makes a
 * difference, in one drive that the monitor watches second by second. A state is what the signal shows together with
 * the times that still matter. Where a state cannot be reached again, the drive begins anew. For one thread.
 */
final class EnvelopeWalk {
    private final LiveSignal signal;
    private final TrafficLight light;
    private final SignalTiming required;
    private final List<Phase> stages;
    private final int mostStates;
    private final OrderCheck order;
    private final Map<String, Node> nodes = new HashMap<>();
    private final List<Trip> violations = new ArrayList<>();
    private SignalMonitor monitor;
    private long seconds;

    /**
     * A walk that has not begun.
     *
     * @param required the times that the monitor requires
     * @param mostStates an envelope with more is not walked to the end
     */
    EnvelopeWalk(LiveSignal signal, TrafficLight light, SignalTiming required, int mostStates) {
        this.signal = signal;
        this.light = light;
        this.required = required;
        this.stages = signal.stages();
        this.mostStates = mostStates;
        this.order = new OrderCheck(signal, required);
        this.monitor = new SignalMonitor(light, required);
    }

    /** A state, and where its choices lead. */
    private static final class Node {
        final SafetyEnvelope envelope;
        final Optional<Node> from;
        final List<Phase> choices;
        final List<Node> next = new ArrayList<>();

        Node(SafetyEnvelope envelope, Optional<Node> from, List<Phase> choices) {
            this.envelope = envelope;
            this.from = from;
            this.choices = choices;
        }

        boolean isOpen() {
            return next.size() < choices.size();
        }
    }

    /**
     * Walks.
     *
     * @throws IllegalStateException when there are too many states
     */
    void walk() {
        List<Node> roots = new ArrayList<>();
        for (String state : startStates()) {
            Phase first = Phase.isStage(state) ? new Phase(state) : stages.get(0);
            SafetyEnvelope envelope =
                    new SafetyEnvelope(signal.conflicts(), signal.timing(), signal.order(), state, first);
            roots.add(node(envelope, Optional.empty()));
        }
        roots.forEach(this::drive);
        // states of the first seconds only, which a running drive never meets again
        for (Node node : List.copyOf(nodes.values())) {
            if (node.isOpen()) {
                drive(node);
            }
        }
    }

    private Set<String> startStates() {
        Set<String> states = new HashSet<>();
        stages.forEach(stage -> states.add(stage.state()));
        signal.fixedTime().steps().forEach(step -> states.add(step.state()));
        return states;
    }

    private void drive(Node start) {
        Node here = begin(start);
        Optional<Deque<Node>> way = wayToOpen(here);
        while (way.isPresent()) {
            for (Node node : way.get()) {
                here = node;
                watch(here);
            }
            here = explore(here);
            watch(here);
            way = wayToOpen(here);
        }
    }

    /** Begins a drive that leads to a node; the monitor sees all of it. */
    private Node begin(Node node) {
        monitor = new SignalMonitor(light, required);
        Deque<Node> way = new ArrayDeque<>();
        for (Optional<Node> at = Optional.of(node); at.isPresent(); at = at.get().from) {
            way.push(at.get());
        }
        // what the first node shows is whoever's before
        way.stream().skip(1).forEach(this::watch);
        return node;
    }

    /** Follows a choice that has not been followed. */
    private Node explore(Node node) {
        SafetyEnvelope envelope = node.envelope.copy();
        envelope.tick(node.choices.get(node.next.size()));
        Node next = node(envelope, Optional.of(node));
        node.next.add(next);
        order.check(node.envelope.target(), next.envelope.target(), (double) seconds)
                .ifPresent(violations::add);
        return next;
    }

    private Node node(SafetyEnvelope envelope, Optional<Node> from) {
        Node known = nodes.get(envelope.key());
        if (known != null) {
            return known;
        }
        if (nodes.size() >= mostStates) {
            throw new IllegalStateException(
                    "Signal '%s' has more than %d states".formatted(signal.light(), mostStates));
        }
        Node node = new Node(envelope, from, choices(envelope));
        nodes.put(envelope.key(), node);
        return node;
    }

    /** To stay, and each stage that can be changed to now; any other choice is the same as one of these. */
    private List<Phase> choices(SafetyEnvelope envelope) {
        List<Phase> choices = new ArrayList<>();
        choices.add(envelope.target());
        stages.stream()
                .filter(stage -> !stage.equals(envelope.target())
                        && envelope.refusal(stage).isEmpty())
                .forEach(choices::add);
        return choices;
    }

    /** The shortest way to a node with a choice that has not been followed, without the node where it begins. */
    private static Optional<Deque<Node>> wayToOpen(Node start) {
        if (start.isOpen()) {
            return Optional.of(new ArrayDeque<>());
        }
        Map<Node, Node> before = new HashMap<>();
        Deque<Node> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            for (Node next : node.next) {
                if (next != start && !before.containsKey(next)) {
                    before.put(next, node);
                    if (next.isOpen()) {
                        return Optional.of(way(start, next, before));
                    }
                    queue.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static Deque<Node> way(Node start, Node end, Map<Node, Node> before) {
        Deque<Node> way = new ArrayDeque<>();
        for (Node node = end; node != start; node = Objects.requireNonNull(before.get(node))) {
            way.push(node);
        }
        return way;
    }

    private void watch(Node node) {
        seconds++;
        monitor.observe(node.envelope.shown(), (double) seconds, index -> false).ifPresent(trip -> {
            violations.add(trip);
            monitor = new SignalMonitor(light, required);
        });
    }

    int stages() {
        return stages.size();
    }

    int states() {
        return nodes.size();
    }

    long seconds() {
        return seconds;
    }

    List<Trip> violations() {
        return violations;
    }
}
