package io.clearway.scenario.power.feeder;

import io.clearway.setting.ClassPathFile;
import java.util.List;

/**
 * The 141 buses of Khodr et al. 2008, a zone of Caracas at 12.47 kV, as corrected in MATPOWER's case141. The files hold
 * bus numbers from 1, Ω and kVA; every load has a power factor of 0.85.
 */
public final class FeederFiles {
    private static final String FOLDER = "power-net-141/";
    private static final int BUSES = 141;
    private static final double KILOVOLTS = 12.47;
    private static final double POWER_FACTOR = 0.85;
    private static final double KILO = 1000;

    private FeederFiles() {}

    /** The feeder at its nominal load. */
    public static Feeder caracas() {
        double ohm = Feeder.ohmPerUnit(KILOVOLTS);
        List<Branch> branches = rows("branches.csv").stream()
                .map(row -> new Branch(
                        bus(row[0]), bus(row[1]), Double.parseDouble(row[2]) / ohm, Double.parseDouble(row[3]) / ohm))
                .toList();
        List<Load> loads = rows("loads.csv").stream()
                .map(row -> load(bus(row[0]), Double.parseDouble(row[1]) / KILO))
                .toList();
        return new Feeder(Feeder.BASE, BUSES, branches, loads);
    }

    private static Load load(int bus, double megavoltAmperes) {
        return new Load(
                bus, megavoltAmperes * POWER_FACTOR, megavoltAmperes * Math.sqrt(1 - POWER_FACTOR * POWER_FACTOR));
    }

    private static int bus(String number) {
        return Integer.parseInt(number) - 1;
    }

    private static List<String[]> rows(String file) {
        return ClassPathFile.text(FOLDER + file)
                .orElseThrow(() -> new IllegalStateException(FOLDER + file + " is missing in the program"))
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
