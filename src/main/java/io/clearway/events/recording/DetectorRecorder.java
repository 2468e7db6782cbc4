package io.clearway.events.recording;

import io.clearway.events.DetectorKind;
import io.clearway.events.EventCode;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.simulation.passages.LoopPassage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of all detectors, from what passed the loops at their place. A zone is occupied by who came over the loop
 * at its beginning and has not left the one at its end; as nobody overtakes within a lane, one who leaves has all gone
 * that came before, so that a vehicle that changed lanes or was taken away does not occupy a zone for ever.
 */
final class DetectorRecorder {
    private final Sink sink;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Place> zoneOfVehicle = new HashMap<>();

    /** Takes what detectors report. */
    @FunctionalInterface
    interface Sink {
        /**
         * An event of a detector.
         *
         * @param signal place of the signal
         */
        void accept(int signal, SignalEvent event);
    }

    /**
     * A loop: its signal, its detector, the zone detector of its lane, and who is on loop and zone, in the order in
     * which they came; hardly ever more than three, which a list finds faster than a set does.
     */
    private record Place(
            int signal,
            SignalSite.Detector detector,
            SignalSite.Detector zone,
            List<String> onLoop,
            List<String> inZone) {}

    /** @param signals whose detectors lie in the order of the places */
    DetectorRecorder(List<SignalSite> signals, Sink sink) {
        this.sink = sink;
        for (int signal = 0; signal < signals.size(); signal++) {
            Map<String, SignalSite.Detector> zones = new HashMap<>();
            Map<String, List<String>> inZones = new HashMap<>();
            List<SignalSite.Detector> detectors = signals.get(signal).detectors();
            detectors.stream()
                    .filter(detector -> detector.kind() == DetectorKind.PRESENCE)
                    .forEach(detector -> zones.put(detector.lane().id(), detector));
            for (SignalSite.Detector detector : detectors) {
                places.add(new Place(
                        signal,
                        detector,
                        zones.getOrDefault(detector.lane().id(), detector),
                        new ArrayList<>(2),
                        inZones.computeIfAbsent(detector.lane().id(), lane -> new ArrayList<>(2))));
            }
        }
    }

    /** Takes what happened at a place, in the order of time. */
    void pass(LoopPassage passage) {
        Place place = places.get(passage.place());
        long tenths = SignalEvent.tenths(passage.seconds());
        switch (place.detector().kind()) {
            case ADVANCE -> occupy(place, passage, tenths);
            case PRESENCE -> {
                if (passage.enters()) {
                    enter(place, passage.vehicle(), tenths);
                }
            }
            case COUNT -> {
                occupy(place, passage, tenths);
                if (passage.enters()) {
                    enter(place, passage.vehicle(), tenths);
                } else {
                    leave(place, passage.vehicle(), tenths);
                }
            }
        }
    }

    /** Each vehicle counts, even if the record of the one before it lacks that it left. */
    private void occupy(Place place, LoopPassage passage, long tenths) {
        if (passage.enters()) {
            if (!place.onLoop().isEmpty()) {
                emit(place.signal(), place.detector(), false, tenths);
                place.onLoop().clear();
            }
            place.onLoop().add(passage.vehicle());
            emit(place.signal(), place.detector(), true, tenths);
        } else if (place.onLoop().remove(passage.vehicle())) {
            emit(place.signal(), place.detector(), false, tenths);
        }
    }

    private void enter(Place place, String vehicle, long tenths) {
        Place elsewhere = zoneOfVehicle.put(vehicle, place);
        if (elsewhere != null
                && elsewhere.inZone() != place.inZone()
                && elsewhere.inZone().remove(vehicle)) {
            offWhenEmpty(elsewhere, tenths);
        }
        if (place.inZone().contains(vehicle)) {
            return;
        }
        if (place.inZone().isEmpty()) {
            emit(place.signal(), place.zone(), true, tenths);
        }
        place.inZone().add(vehicle);
    }

    private void leave(Place place, String vehicle, long tenths) {
        List<String> gone = place.inZone().subList(0, place.inZone().indexOf(vehicle) + 1);
        if (gone.isEmpty()) {
            return;
        }
        gone.forEach(zoneOfVehicle::remove);
        gone.clear();
        offWhenEmpty(place, tenths);
    }

    private void offWhenEmpty(Place place, long tenths) {
        if (place.inZone().isEmpty()) {
            emit(place.signal(), place.zone(), false, tenths);
        }
    }

    private void emit(int signal, SignalSite.Detector detector, boolean on, long tenths) {
        sink.accept(
                signal, SignalEvent.of(tenths, on ? EventCode.DETECTOR_ON : EventCode.DETECTOR_OFF, detector.number()));
    }
}
