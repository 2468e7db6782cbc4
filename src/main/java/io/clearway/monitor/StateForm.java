package io.clearway.monitor;

import io.clearway.monitor.Trip.Kind;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.Optional;

/** Whether a state is one that the signal can show at all: its length, its characters, and that it isn't off. */
final class StateForm {
    private final int size;
    /** Indices that control something and that the network's own programs never switch off. */
    private final boolean[] neverOff;

    StateForm(TrafficLight light, int size, OwnerPrograms owner) {
        this.size = size;
        this.neverOff = new boolean[size];
        for (Link link : light.links()) {
            neverOff[link.index()] = !owner.showsOff(link.index());
        }
    }

    /** Whether each signal index has a known character. */
    boolean readable(String state) {
        return state.length() == size && firstUnknown(state) == size;
    }

    Optional<Trip> check(String state, double seconds) {
        if (isDark(state)) {
            String dark = state.isEmpty() ? "the signal shows nothing" : "all signal indices are off";
            return trip(Kind.DARK, seconds, state, Trip.NO_INDEX, dark);
        }
        if (state.length() != size) {
            String lengths = "the state has %d characters; the signal has %d indices".formatted(state.length(), size);
            return trip(Kind.WRONG_LENGTH, seconds, state, Trip.NO_INDEX, lengths);
        }
        int unknown = firstUnknown(state);
        if (unknown < size) {
            String shown = "index %d shows '%s', which SUMO does not know".formatted(unknown, state.charAt(unknown));
            return trip(Kind.UNKNOWN_STATE, seconds, state, unknown, shown);
        }
        return checkOff(state, seconds);
    }

    private Optional<Trip> checkOff(String state, double seconds) {
        for (int index = 0; index < size; index++) {
            if (neverOff[index] && Aspects.isOff(state.charAt(index))) {
                String off = "index %d is off; the network's own programs never switch it off".formatted(index);
                return trip(Kind.DARK, seconds, state, index, off);
            }
        }
        return Optional.empty();
    }

    /** Empty, or nothing but off, of whatever length. */
    private static boolean isDark(String state) {
        for (int index = 0; index < state.length(); index++) {
            if (!Aspects.isOff(state.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private int firstUnknown(String state) {
        int index = 0;
        while (index < size && Aspects.isKnown(state.charAt(index))) {
            index++;
        }
        return index;
    }

    private static Optional<Trip> trip(Kind kind, double seconds, String state, int index, String description) {
        return Optional.of(new Trip(kind, seconds, state, index, Trip.NO_INDEX, description));
    }
}
