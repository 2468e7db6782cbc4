package io.clearway.sumo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** An element with its attributes and all elements in it. */
record XmlTree(String name, Map<String, String> attributes, List<XmlTree> children) {
    /** Value of an attribute, or null. */
    @Nullable String find(String attribute) {
        return attributes.get(attribute);
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** The same under another name, with some attributes set and some left out. */
    XmlTree changed(String newName, Map<String, String> set, Set<String> leftOut) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        changed.keySet().removeAll(leftOut);
        changed.putAll(set);
        return new XmlTree(newName, changed, children);
    }

    void write(XmlFile xml) throws XMLStreamException {
        if (children.isEmpty()) {
            xml.element(name);
        } else {
            xml.begin(name);
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            xml.with(attribute.getKey(), attribute.getValue());
        }
        for (XmlTree child : children) {
            child.write(xml);
        }
        if (!children.isEmpty()) {
            xml.end();
        }
    }
}
