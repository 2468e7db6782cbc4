package io.clearway.scenario.combined;

import io.clearway.network.JointObservation;
import java.util.ArrayList;
import java.util.List;

/** What the agents of all scenarios observe, one scenario after the other. */
final class CombinedObservation implements JointObservation {
    private final List<JointObservation> parts;
    private final List<Place> places = new ArrayList<>();

    /** An agent within a scenario. */
    private record Place(JointObservation part, int agent) {}

    CombinedObservation(List<JointObservation> parts) {
        this.parts = List.copyOf(parts);
        for (JointObservation part : parts) {
            for (int agent = 0; agent < part.agents(); agent++) {
                places.add(new Place(part, agent));
            }
        }
    }

    /** What the agents of each scenario observe. */
    static List<JointObservation> parts(JointObservation observation) {
        if (observation instanceof CombinedObservation combined) {
            return combined.parts;
        }
        throw new IllegalArgumentException("The rule is for scenarios side by side; run it in these");
    }

    @Override
    public int agents() {
        return places.size();
    }

    @Override
    public float[] local(int agent) {
        Place place = places.get(agent);
        return place.part().local(place.agent());
    }

    @Override
    public boolean[] legal(int agent) {
        Place place = places.get(agent);
        return place.part().legal(place.agent());
    }

    @Override
    public boolean isFinite(int agent) {
        Place place = places.get(agent);
        return place.part().isFinite(place.agent());
    }

    @Override
    public JointObservation forLearners() {
        return new CombinedObservation(
                parts.stream().map(JointObservation::forLearners).toList());
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
