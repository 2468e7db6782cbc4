package io.clearway.sumo.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** An element with its attributes and all elements in it. */
public record XmlTree(String name, Map<String, String> attributes, List<XmlTree> children) {
    /** Value of an attribute, or null. */
    @Nullable public String find(String attribute) {
        return attributes.get(attribute);
    }

    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** A copy under another name, with some attributes set and some left out. */
    public XmlTree changed(String newName, Map<String, String> set, Set<String> leftOut) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        changed.keySet().removeAll(leftOut);
        changed.putAll(set);
        return new XmlTree(newName, changed, children);
    }

    public void write(XmlFile xml) throws XMLStreamException {
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
