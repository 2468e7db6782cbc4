package io.clearway.experiment.description;

import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML document as plain maps, lists, texts, numbers and truth values, and the line of each of its fields. A field
 * that is given twice, or has no value, is refused.
 *
 * @param root its fields
 * @param lines path of a field such as {@code algorithms[0].decisions} → line, counted from 1
 */
public record YamlDocument(Map<String, Object> root, Map<String, Integer> lines) {
    private static final String WHOLE = "the file";
    private static final int MOST_VALUES = 100_000;
    private static final int DEEPEST = 50;

    /** Constructs plain values only. */
    private static final class PlainValues extends SafeConstructor {
        PlainValues() {
            super(new LoaderOptions());
        }

        Object of(Node node) {
            return constructDocument(node);
        }
    }

    /** Reads one document. */
    private static final class Reader {
        private final PlainValues values = new PlainValues();
        private final Map<String, Integer> lines = new HashMap<>();
        private int count;
        private int depth;

        Object value(String path, Node node) {
            lines.put(path, node.getStartMark().getLine() + 1);
            // aliases may refer to what they are within, or make a short text grow without end
            if (++count > MOST_VALUES || depth > DEEPEST) {
                throw invalid(path, WHOLE, "give fewer values, and no alias of what it is part of");
            }
            depth++;
            try {
                return plain(path, node);
            } finally {
                depth--;
            }
        }

        private Object plain(String path, Node node) {
            if (node instanceof MappingNode mapping) {
                return fields(path, mapping);
            }
            if (node instanceof SequenceNode sequence) {
                List<Object> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(value("%s[%d]".formatted(path, items.size()), item));
                }
                return items;
            }
            Object value = values.of(node);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                return value;
            }
            throw invalid(path, ((ScalarNode) node).getValue(), "give a text, a number, true or false");
        }

        Map<String, Object> fields(String path, MappingNode mapping) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (NodeTuple field : mapping.getValue()) {
                String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
                String inner = path.isEmpty() ? name : path + "." + name;
                if (fields.put(name, value(inner, field.getValueNode())) != null) {
                    throw invalid(inner, name, "give the field once");
                }
            }
            return fields;
        }

        private InvalidSetting invalid(String path, Object given, String hint) {
            return located(lines, new InvalidSetting(path, given, hint));
        }
    }

    /**
     * The document in a text.
     *
     * @throws InvalidSetting naming line and field
     */
    public static YamlDocument read(String text) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
            if (!(node instanceof MappingNode mapping)) {
                throw new InvalidSetting(
                        WHOLE, text.isBlank() ? "nothing" : text.strip(), "give fields as 'name: value'");
            }
            var reader = new Reader();
            return new YamlDocument(reader.fields("", mapping), reader.lines);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new InvalidSetting("line " + line, WHOLE, "correct its YAML: " + broken.getProblem());
        }
    }

    /**
     * The same complaint with the line of the field, or of the one that it is missing in; of several, each with its.
     */
    public InvalidSetting located(InvalidSetting complaint) {
        return complaint.mapped(one -> located(lines, one));
    }

    private static InvalidSetting located(Map<String, Integer> lines, InvalidSetting complaint) {
        String path = complaint.field();
        while (!path.isEmpty() && !lines.containsKey(path)) {
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return path.isEmpty()
                ? complaint
                : new InvalidSetting(
                        "line %d, %s".formatted(lines.get(path), complaint.field()),
                        complaint.given(),
                        complaint.hint());
    }
}
