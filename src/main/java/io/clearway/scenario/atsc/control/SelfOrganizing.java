package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalReadings;

/**
 * Self-organizing traffic lights in the form with requests and platoons (Gershenson 2005; Cools, Gershenson, D'Hooghe
 * 2007), for more than two phases: vehicles on the detectors of lanes that a phase would serve and the shown one does
 * not are summed up over the time they wait. The phase with the largest sum comes next once that sum is above a
 * threshold, the shown phase has had its minimum green, and no small platoon is just passing. Threshold, minimum and
 * platoon are ours: the published ones belong to another simulator.
 */
final class SelfOrganizing implements SignalMemory.Chooser {
    /** θ: vehicles × seconds. */
    private static final double THRESHOLD_VEHICLE_SECONDS = 40;

    /** φ_min, transition included. */
    private static final double MINIMUM_GREEN_SECONDS = 15;

    /** μ: up to this many moving vehicles are not cut off, larger platoons are. */
    private static final int LARGEST_SPARED_PLATOON = 2;

    private final double[] requests;
    private double seconds = Double.NaN;

    SelfOrganizing(SignalReadings first) {
        requests = new double[first.signal().phases().size()];
    }

    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        int shown = readings.phase();
        double elapsed = Double.isNaN(seconds) ? 0 : readings.seconds() - seconds;
        seconds = readings.seconds();
        int next = shown;
        for (int phase = 0; phase < requests.length; phase++) {
            requests[phase] = phase == shown ? 0 : requests[phase] + waiting(phase, shown, readings) * elapsed;
            if (legal[phase] && requests[phase] >= THRESHOLD_VEHICLE_SECONDS && requests[phase] > requests[next]) {
                next = phase;
            }
        }
        boolean early = readings.heldSeconds() < MINIMUM_GREEN_SECONDS;
        return PhaseRule.legalOr(early || isPlatoonPassing(shown, readings) ? shown : next, shown, legal);
    }

    private static double waiting(int phase, int shown, SignalReadings readings) {
        ControlledSignal signal = readings.signal();
        double vehicles = 0;
        for (int lane = 0; lane < signal.incoming().size(); lane++) {
            if (signal.serves(phase, lane) && !signal.serves(shown, lane)) {
                vehicles += readings.vehiclesOnDetector(lane);
            }
        }
        return vehicles;
    }

    private static boolean isPlatoonPassing(int shown, SignalReadings readings) {
        double moving = 0;
        for (int lane = 0; lane < readings.signal().incoming().size(); lane++) {
            if (readings.signal().serves(shown, lane)) {
                moving += readings.vehiclesOnDetector(lane) - readings.haltingOnDetector(lane);
            }
        }
        return moving > 0 && moving <= LARGEST_SPARED_PLATOON;
    }
}
