package io.clearway.sumo.importing;

import io.clearway.sumo.xml.XmlFilter;
import io.clearway.sumo.xml.XmlFilter.Element;
import java.util.Optional;

/**
 * What of an OpenStreetMap extract reaches netconvert: all elements of a file without document type and includes. On
 * the way it learns which side of the road is driven on: as most of the tags {@code driving_side} say, else as the
 * country.
 */
final class StreetMapRule implements XmlFilter.Rule {
    private int left;
    private int right;
    private long nodes;
    private double latitudes;
    private double longitudes;

    @Override
    public boolean isRoot(String element) {
        return element.equals("osm");
    }

    @Override
    public boolean keeps(Element element) {
        if (element.name().equals("tag") && element.text("k", "").equals("driving_side")) {
            String side = element.text("v", "");
            left += side.equals("left") ? 1 : 0;
            right += side.equals("right") ? 1 : 0;
        } else if (element.name().equals("node")) {
            addPlace(element);
        }
        return true;
    }

    private void addPlace(Element node) {
        try {
            double latitude = Double.parseDouble(node.text("lat", ""));
            double longitude = Double.parseDouble(node.text("lon", ""));
            latitudes += latitude;
            longitudes += longitude;
            nodes++;
        } catch (NumberFormatException noPlace) {
            // netconvert says what is wrong with it
        }
    }

    @Override
    public Optional<String> attribute(String element, String name, String value) {
        return Optional.of(value);
    }

    /** Why traffic keeps to the left; empty: it keeps to the right. */
    Optional<String> leftHandTraffic() {
        if (left + right > 0) {
            return left > right ? Optional.of("by the tags driving_side of the map") : Optional.empty();
        }
        return nodes == 0
                ? Optional.empty()
                : DrivingSide.leftHandCountries(latitudes / nodes, longitudes / nodes)
                        .map(country -> "since the map lies in " + country);
    }
}
