package io.clearway.sumo.importing;

import io.clearway.sumo.xml.XmlFilter;
import io.clearway.sumo.xml.XmlFilter.Element;
import java.util.Optional;

/** What of an OpenStreetMap extract reaches netconvert: all elements of a file without document type and includes. */
final class StreetMapRule implements XmlFilter.Rule {
    @Override
    public boolean isRoot(String element) {
        return element.equals("osm");
    }

    @Override
    public boolean keeps(Element element) {
        return true;
    }

    @Override
    public Optional<String> attribute(String element, String name, String value) {
        return Optional.of(value);
    }
}
