package io.clearway.events.measures;

import io.clearway.events.DetectorKind;
import io.clearway.events.EventLog;
import io.clearway.events.EventWindow;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.measures.PhaseMeasure.Display;
import java.util.ArrayList;
import java.util.List;

/**
 * The measures of one signal, in one pass over its events.
 *
 * @param site the signal
 * @param phases by number
 */
public record SignalPerformance(SignalSite site, List<PhasePerformance> phases) {
    private static final double TENTHS_PER_HOUR = 36000;
    private static final double PERCENTILE = 0.85;

    public SignalPerformance {
        phases = List.copyOf(phases);
    }

    /** Measures a signal of a log. */
    public static SignalPerformance of(EventLog log, SignalSite site) {
        return of(EventWindow.of(log), site);
    }

    /** Measures a signal within a time. */
    public static SignalPerformance of(EventWindow window, SignalSite site) {
        List<Measures> measures = new ArrayList<>();
        List<PhaseFilter> filters = new ArrayList<>();
        for (SignalSite.Phase phase : site.phases()) {
            Measures of = new Measures();
            measures.add(of);
            filters.add(new PhaseFilter(site, phase.number(), of.all));
        }
        window.read(site, event -> filters.forEach(filter -> filter.accept(event)));
        List<PhasePerformance> phases = new ArrayList<>();
        for (int phase = 0; phase < measures.size(); phase++) {
            measures.get(phase).all.forEach(measure -> measure.ends(window.endTenths()));
            phases.add(measures.get(phase).performance(site, phase + 1, window));
        }
        return new SignalPerformance(site, phases);
    }

    /** Split failures of all phases. */
    public int splitFailures() {
        return phases.stream()
                .mapToInt(phase -> phase.splits().failures().failed())
                .sum();
    }

    /** Share of the arrivals of all phases that meet green, from 0 to 1; not a number where nobody arrives. */
    public double arrivalsOnGreen() {
        int arrivals = 0;
        double onGreen = 0;
        for (PhasePerformance phase : phases) {
            PhasePerformance.Progression progression = phase.progression();
            if (progression.arrivals() > 0) {
                arrivals += progression.arrivals();
                onGreen += progression.arrivals() * progression.onGreen();
            }
        }
        return onGreen / arrivals;
    }

    /** All measures of a phase. */
    private static final class Measures {
        private final GreenTime green = new GreenTime();
        private final ApproachVolume volume = new ApproachVolume();
        private final ArrivalsOnGreen arrivals = new ArrivalsOnGreen();
        private final SplitFailures failures = new SplitFailures();
        private final GreenUtilization utilization = new GreenUtilization();
        private final PhaseTermination terminations = new PhaseTermination();
        private final SplitMonitor splits = new SplitMonitor();
        private final YellowRedActuations actuations = new YellowRedActuations();
        private final PedestrianDelay pedestrians = new PedestrianDelay();
        private final List<PhaseMeasure> all =
                List.of(green, volume, arrivals, failures, utilization, terminations, splits, actuations, pedestrians);

        private PhasePerformance performance(SignalSite site, int phase, EventWindow window) {
            long tenths = window.endTenths() - window.beginTenths();
            double onGreen = (double) arrivals.during(Display.GREEN) / arrivals.total();
            return new PhasePerformance(
                    phase,
                    new PhasePerformance.Volume(
                            volume.vehicles(),
                            volume.vehicles() * TENTHS_PER_HOUR / tenths,
                            volume.byMovement(),
                            actuations.yellow(),
                            actuations.red(),
                            VolumeToCapacity.of(
                                    volume.vehicles(),
                                    site.detectors(phase, DetectorKind.COUNT).size(),
                                    green.tenths())),
                    new PhasePerformance.Progression(
                            arrivals.total(), onGreen, onGreen / ((double) green.tenths() / tenths)),
                    new PhasePerformance.Splits(
                            splits.count(),
                            (double) green.tenths() / SignalEvent.TENTHS_PER_SECOND,
                            splits.meanSeconds(),
                            splits.percentileSeconds(PERCENTILE),
                            new PhasePerformance.Failures(
                                    failures.cycles(),
                                    failures.failures(),
                                    failures.greenOccupancy(),
                                    failures.redOccupancy()),
                            utilization.share()),
                    new PhasePerformance.Terminations(
                            terminations.gapOuts(), terminations.maxOuts(), terminations.forceOffs()),
                    new PhasePerformance.Pedestrians(
                            pedestrians.walks(), pedestrians.meanSeconds(), pedestrians.longestSeconds()));
        }
    }
}
