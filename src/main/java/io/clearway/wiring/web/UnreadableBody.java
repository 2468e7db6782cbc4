package io.clearway.wiring.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Suggestion;
import io.clearway.setting.TypeWords;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Explains why a body could not be read, by field and position. */
final class UnreadableBody {
    private static final Pattern QUOTED = Pattern.compile("value \\(\"?(.*?)\"?\\)");

    /** Jackson names the position of the open bracket, which does not help for bodies. */
    private static final Pattern WHERE_IT_BEGAN = Pattern.compile(" \\(start marker at \\[.*?]\\)");

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException complaint) {
        for (Throwable cause = complaint; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSetting invalid) {
                return field(invalid.field(), invalid.given(), invalid.hint());
            }
            if (cause instanceof JacksonException wrong && isAboutAField(wrong)) {
                return wrongField(wrong);
            }
            if (cause instanceof InvalidFormatException whole) {
                return field("body", given(whole), "send one JSON object");
            }
            if (cause instanceof JacksonException json) {
                return malformed(json);
            }
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "The body cannot be read", "There is no body")
                .about("body", "nothing", "send a JSON object");
    }

    private static boolean isAboutAField(JacksonException wrong) {
        return !wrong.getPath().isEmpty()
                && (wrong instanceof DatabindException || wrong instanceof InputCoercionException);
    }

    private static Problem wrongField(JacksonException wrong) {
        String field = path(wrong);
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            List<String> known = fields(unknown.getReferringClass()).sorted().toList();
            return field(
                    field,
                    "unknown field",
                    "there is no such field; %sthe fields are %s"
                            .formatted(Suggestion.question(field, known), String.join(", ", known)));
        }
        Class<?> type = target(wrong);
        String hint = "give a " + (type == null ? "value of another kind" : TypeWords.of(type));
        // no position: Jackson reads unwrapped records at the end of the body, and gives that as theirs
        return field(field, given(wrong), hint);
    }

    /** The JSON fields of a body, those of unwrapped records included. */
    private static Stream<String> fields(Class<?> body) {
        return Optional.ofNullable(body.getRecordComponents()).stream()
                .flatMap(Arrays::stream)
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fields(component.getType())
                        : Stream.of(component.getName()));
    }

    private static Problem field(String field, String given, String hint) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-field",
                        "A field cannot be used",
                        "%s: '%s' cannot be used; %s".formatted(field, given, hint))
                .about(field, given, hint);
    }

    private static Problem malformed(JacksonException json) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-json",
                        "The body is no JSON",
                        WHERE_IT_BEGAN.matcher(json.getOriginalMessage()).replaceAll("") + place(json))
                .about("body", "malformed" + place(json), "send one JSON object");
    }

    private static @Nullable Class<?> target(JacksonException wrong) {
        if (wrong instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        }
        return wrong instanceof InputCoercionException number ? number.getTargetType() : null;
    }

    private static String given(JacksonException wrong) {
        if (wrong instanceof InvalidFormatException format) {
            return String.valueOf(format.getValue());
        }
        // The parser is closed by now; what it read is in its message only.
        Matcher quoted = QUOTED.matcher(wrong.getOriginalMessage());
        return quoted.find() ? quoted.group(1) : "another type";
    }

    private static String path(JacksonException wrong) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            @Nullable String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static String place(JacksonException json) {
        TokenStreamLocation at = json.getLocation();
        return at == null || at.getLineNr() < 0
                ? ""
                : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }
}
