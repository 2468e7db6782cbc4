package io.clearway.wiring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The problem of each exception type; a subtype without an entry of its own has that of its nearest supertype. */
final class ProblemRegistry {
    private final Map<Class<?>, BiFunction<Exception, HttpServletRequest, Problem>> problems = new HashMap<>();

    <E extends Exception> void add(Class<E> type, Function<E, Problem> problem) {
        add(type, (exception, request) -> problem.apply(exception));
    }

    <E extends Exception> void add(Class<E> type, BiFunction<E, HttpServletRequest, Problem> problem) {
        problems.put(type, (exception, request) -> problem.apply(type.cast(exception), request));
    }

    /** The problem of an exception; empty for a type that is not registered. */
    Optional<Problem> find(Exception exception, HttpServletRequest request) {
        for (Class<?> type = exception.getClass(); type != null; type = type.getSuperclass()) {
            var problem = problems.get(type);
            if (problem != null) {
                return Optional.of(problem.apply(exception, request));
            }
        }
        return Optional.empty();
    }
}
