package io.clearway.wiring.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.exc.InvalidFormatException;

/**
 * Keeps what was given where JSON of another kind is expected, such as an array where a number belongs. Jackson itself
 * tells only the kind of the token, in its own words, and what was read cannot be read again.
 */
final class WrongShape extends DeserializationProblemHandler {
    /** Enough to recognize it. */
    private static final int MOST_CHARACTERS = 60;

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context,
            JavaType target,
            JsonToken token,
            JsonParser parser,
            @Nullable String complaint) {
        throw wrong(parser, target.getRawClass());
    }

    /** A number or a truth value instead of an object. */
    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            @Nullable ValueInstantiator creator,
            JsonParser parser,
            @Nullable String complaint) {
        throw wrong(parser, target);
    }

    private static InvalidFormatException wrong(JsonParser parser, Class<?> target) {
        return InvalidFormatException.from(parser, "another kind of JSON is expected", text(parser), target);
    }

    /** The value at the parser as JSON, cut where it is long; a text by itself without its quotation marks. */
    private static String text(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return cut(parser.getString());
        }
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            append(text, token, parser);
            if (text.length() > MOST_CHARACTERS) {
                return cut(text.toString());
            }
            if (depth == 0) {
                break;
            }
        }
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
    }

    private static void append(StringBuilder text, JsonToken token, JsonParser parser) {
        boolean first = text.isEmpty() || "[{: ".indexOf(text.charAt(text.length() - 1)) >= 0;
        if (!first && !token.isStructEnd()) {
            text.append(", ");
        }
        switch (token) {
            case PROPERTY_NAME -> text.append('"').append(parser.currentName()).append("\": ");
            case VALUE_STRING -> text.append('"').append(parser.getString()).append('"');
            default -> text.append(parser.getString());
        }
    }
}
