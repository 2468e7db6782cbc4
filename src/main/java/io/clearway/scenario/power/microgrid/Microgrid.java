package io.clearway.scenario.power.microgrid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * An islanded microgrid (Mustafa et al. 2019; Bidram et al. 2013; Chen et al. 2020, PowerNet): inverters with droop at
 * the buses of a feeder, lines between them and loads. An inverter and its bus have the same number, from 0 here and
 * from 1 in names.
 *
 * @param inverters droop coefficients of each
 * @param lines between buses
 * @param loads at buses
 * @param communication pairs of inverters whose frequency controls hear each other
 */
record Microgrid(List<Droop> inverters, List<Line> lines, List<Load> loads, List<Pair> communication) {
    /** Angular frequency that reactances are given at (rad/s). */
    static final double NOMINAL_FREQUENCY = 2 * Math.PI * 60;

    private static final int FEEDER = 20;
    private static final double LOAD_RESISTANCE = 2;

    /**
     * How an inverter answers to power.
     *
     * @param frequency m_p (rad/s per W)
     * @param voltage n_q (V per var)
     */
    record Droop(double frequency, double voltage) {
        private static final Droop STIFF = new Droop(9.4e-5, 1.3e-3);
        private static final Droop SOFT = new Droop(12.5e-5, 1.5e-3);
    }

    /**
     * A line.
     *
     * @param from bus that its current leaves
     * @param to bus that it enters
     * @param resistance (Ω)
     * @param inductance (H)
     */
    record Line(int from, int to, double resistance, double inductance) {}

    /**
     * A load at a bus, resistance and inductance in series.
     *
     * @param resistance (Ω)
     * @param inductance (H)
     */
    record Load(int bus, double resistance, double inductance) {}

    /** Two inverters. */
    record Pair(int one, int other) {}

    Microgrid {
        inverters = List.copyOf(inverters);
        lines = List.copyOf(lines);
        loads = List.copyOf(loads);
        communication = List.copyOf(communication);
    }

    /** 20 inverters on a feeder like the IEEE's of 34 buses. */
    static Microgrid ofTwenty() {
        List<Pair> communication = new ArrayList<>(path(0, FEEDER));
        addPairs(communication, "1-12 1-20 2-11 3-10 4-9 5-8 13-20 14-19 15-18");
        return new Microgrid(droops(1), feeder(0), loads(0), communication);
    }

    /** Two such feeders, joined by two lines. */
    static Microgrid ofForty() {
        List<Line> lines = new ArrayList<>(feeder(0));
        lines.addAll(feeder(FEEDER));
        lines.add(shortLine(18, 21));
        lines.add(longLine(20, 23));
        List<Load> loads = new ArrayList<>(loads(0));
        loads.addAll(loads(FEEDER));
        List<Pair> communication = new ArrayList<>();
        int rung = 5;
        for (int row = 0; row < 2 * FEEDER / rung; row++) {
            communication.addAll(path(row * rung, rung));
        }
        for (int first : new int[] {1, 11, 16, 21, 31}) {
            IntStream.range(first, first + rung).forEach(one -> communication.add(new Pair(one - 1, one + rung - 1)));
        }
        addPairs(communication, "6-11 10-15 26-31 30-35 18-21 20-23");
        return new Microgrid(droops(2), lines, loads, communication);
    }

    /** Inverters, buses and agents. */
    int size() {
        return inverters.size();
    }

    /** For each bus the numbers of the lines whose currents leave it. */
    int[][] linesOut() {
        return atBuses(lines, Line::from);
    }

    /** For each bus the numbers of the lines whose currents enter it. */
    int[][] linesIn() {
        return atBuses(lines, Line::to);
    }

    /** For each bus the numbers of its loads. */
    int[][] loadsAt() {
        return atBuses(loads, Load::bus);
    }

    /** For each bus the numbers of what is connected there. */
    private <T> int[][] atBuses(List<T> all, ToIntFunction<T> bus) {
        return IntStream.range(0, size())
                .mapToObj(at -> IntStream.range(0, all.size())
                        .filter(number -> bus.applyAsInt(all.get(number)) == at)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static List<Droop> droops(int feeders) {
        return IntStream.range(0, feeders * FEEDER)
                .mapToObj(inverter -> inverter / 5 % 2 == 0 ? Droop.STIFF : Droop.SOFT)
                .toList();
    }

    /** Lines 1 to 20 in order; every third one, from the second, is a long one. */
    private static List<Line> feeder(int offset) {
        String[] ends = ("1-6 6-7 7-2 2-3 3-8 8-9 9-4 4-5 5-10 8-11 10-13 11-16 16-17 17-12 12-13 13-18 18-19 19-14"
                        + " 14-15 15-20")
                .split(" ", -1);
        return IntStream.range(0, ends.length)
                .mapToObj(index -> {
                    String[] pair = ends[index].split("-", -1);
                    int from = Integer.parseInt(pair[0]) + offset;
                    int to = Integer.parseInt(pair[1]) + offset;
                    return index % 3 == 1 ? longLine(from, to) : shortLine(from, to);
                })
                .toList();
    }

    private static Line shortLine(int from, int to) {
        return new Line(from - 1, to - 1, 0.23, 0.1 / NOMINAL_FREQUENCY);
    }

    private static Line longLine(int from, int to) {
        return new Line(from - 1, to - 1, 0.35, 0.58 / NOMINAL_FREQUENCY);
    }

    /** Ten loads; reactances of 1 Ω and half of it take turns. */
    private static List<Load> loads(int offset) {
        int[] buses = {1, 7, 3, 9, 5, 11, 17, 13, 19, 15};
        return IntStream.range(0, buses.length)
                .mapToObj(index -> new Load(
                        buses[index] - 1 + offset, LOAD_RESISTANCE, (index % 2 == 0 ? 1 : 0.5) / NOMINAL_FREQUENCY))
                .toList();
    }

    private static List<Pair> path(int first, int count) {
        return IntStream.range(first, first + count - 1)
                .mapToObj(one -> new Pair(one, one + 1))
                .toList();
    }

    private static void addPairs(List<Pair> to, String pairs) {
        for (String pair : pairs.split(" ", -1)) {
            String[] ends = pair.split("-", -1);
            to.add(new Pair(Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[1]) - 1));
        }
    }
}
