package io.clearway.events.recording;

import io.clearway.events.DetectorKind;
import io.clearway.events.EventCode;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.simulation.trips.LoopPassage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** A loop: its signal, its detector, the zone detector of its lane, and who is on loop and zone. */
    private record Place(
            int signal,
            SignalSite.Detector detector,
            SignalSite.Detector zone,
            Set<String> onLoop,
            Set<String> inZone) {}

    /** @param signals whose detectors lie in the order of the loops */
    DetectorRecorder(List<SignalSite> signals, Sink sink) {
        this.sink = sink;
        for (int signal = 0; signal < signals.size(); signal++) {
            Map<String, SignalSite.Detector> zones = new HashMap<>();
            Map<String, Set<String>> inZones = new HashMap<>();
            List<SignalSite.Detector> detectors = signals.get(signal).detectors();
            detectors.stream()
                    .filter(detector -> detector.kind() == DetectorKind.PRESENCE)
                    .forEach(detector -> zones.put(detector.lane().id(), detector));
            for (SignalSite.Detector detector : detectors) {
                places.add(new Place(
                        signal,
                        detector,
                        zones.getOrDefault(detector.lane().id(), detector),
                        new LinkedHashSet<>(),
                        inZones.computeIfAbsent(detector.lane().id(), lane -> new LinkedHashSet<>())));
            }
        }
    }

    /** Takes what happened at a loop, in the order of time. */
    void pass(LoopPassage passage) {
        Place place = places.get(passage.loop());
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
        boolean empty = place.inZone().isEmpty();
        if (place.inZone().add(vehicle) && empty) {
            emit(place.signal(), place.zone(), true, tenths);
        }
    }

    private void leave(Place place, String vehicle, long tenths) {
        if (!place.inZone().contains(vehicle)) {
            return;
        }
        List<String> gone = new ArrayList<>();
        for (String before : place.inZone()) {
            gone.add(before);
            if (before.equals(vehicle)) {
                break;
            }
        }
        gone.forEach(place.inZone()::remove);
        gone.forEach(zoneOfVehicle::remove);
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
