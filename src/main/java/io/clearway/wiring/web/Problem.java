package io.clearway.wiring.web;

import io.clearway.setting.InvalidSetting;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** An error as RFC 9457 has it, always with the field, the value and a hint. */
final class Problem {
    private static final int MAX_VALUE_LENGTH = 200;

    private final ProblemDetail detail;

    private Problem(ProblemDetail detail) {
        this.detail = detail;
    }

    /**
     * @param kind last part of the problem's type, such as {@code unknown-run}
     * @param title the kind in words, the same for all of the kind
     * @param message what happened this time
     */
    static Problem of(HttpStatusCode status, String kind, String title, @Nullable String message) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setDetail(message);
        detail.setType(URI.create("urn:clearway:problem:" + kind));
        detail.setTitle(title);
        return new Problem(detail);
    }

    /** What it is about. */
    Problem about(String field, Object value, String hint) {
        String text = String.valueOf(value);
        detail.setProperty("field", field);
        detail.setProperty(
                "value", text.length() > MAX_VALUE_LENGTH ? text.substring(0, MAX_VALUE_LENGTH) + "…" : text);
        detail.setProperty("hint", hint);
        return this;
    }

    /** Every field that is wrong, where there are several; {@link #about} has the first. */
    Problem all(List<InvalidSetting> complaints) {
        if (complaints.size() > 1) {
            detail.setProperty(
                    "errors",
                    complaints.stream()
                            .map(one -> Map.of("field", one.field(), "value", one.given(), "hint", one.hint()))
                            .toList());
        }
        return this;
    }

    ProblemDetail detail() {
        return detail;
    }

    ResponseEntity<ProblemDetail> answer() {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
