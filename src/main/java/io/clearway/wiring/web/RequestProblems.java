package io.clearway.wiring.web;

import io.clearway.setting.InvalidSetting;
import io.clearway.setting.TypeWords;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The problems of Spring's exceptions for requests that cannot be handled. */
final class RequestProblems {
    private RequestProblems() {}

    static void register(ProblemRegistry registry) {
        registry.add(HttpMessageNotReadableException.class, UnreadableBody::problem);
        registry.add(
                MethodArgumentTypeMismatchException.class,
                exception -> wrongType(exception.getName(), exception.getValue(), exception.getRequiredType()));
        registry.add(BindException.class, RequestProblems::wrongType);
        registry.add(
                MissingServletRequestParameterException.class,
                exception ->
                        invalid(exception.getParameterName(), "nothing", "give a " + exception.getParameterType()));
        registry.add(
                MultipartException.class,
                exception -> invalid(
                        "files", "a malformed multipart request", "send the files as parts of multipart/form-data"));
        registry.add(
                MaxUploadSizeExceededException.class,
                exception -> Problem.of(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "too-large",
                                "The upload is too large",
                                exception.getMessage())
                        .about(
                                "files",
                                "too many bytes",
                                "send less; spring.servlet.multipart.max-request-size is the limit"));
        registry.add(HttpMediaTypeNotSupportedException.class, RequestProblems::unsupportedContent);
        registry.add(HttpMediaTypeNotAcceptableException.class, RequestProblems::notAcceptable);
        registry.add(HttpRequestMethodNotSupportedException.class, RequestProblems::wrongMethod);
        registry.add(NoResourceFoundException.class, RequestProblems::notFound);
    }

    private static Problem invalid(String field, Object value, String hint) {
        return DomainProblems.invalid(new InvalidSetting(field, value, hint));
    }

    /** Of parameters that a method takes together. */
    private static Problem wrongType(BindException exception) {
        FieldError first = Objects.requireNonNull(exception.getFieldError(), "a binding fails at a field");
        Class<?> type = first.contains(TypeMismatchException.class)
                ? first.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
        return wrongType(first.getField(), first.getRejectedValue(), type);
    }

    private static Problem wrongType(String field, @Nullable Object value, @Nullable Class<?> required) {
        Class<?> type = Objects.requireNonNullElse(required, String.class);
        String hint = type.isEnum()
                ? "use one of: "
                        + Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "give a " + TypeWords.of(type);
        return invalid(field, String.valueOf(value), hint);
    }

    private static Problem unsupportedContent(HttpMediaTypeNotSupportedException exception) {
        String supported = MediaType.toString(exception.getSupportedMediaTypes());
        return Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-content",
                        "The content's type cannot be read",
                        exception.getMessage())
                .about(
                        "Content-Type",
                        exception.getContentType() == null ? "nothing" : exception.getContentType(),
                        "send " + (supported.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : supported));
    }

    private static Problem notAcceptable(HttpMediaTypeNotAcceptableException exception, HttpServletRequest request) {
        return Problem.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        "No response of the requested type",
                        exception.getMessage())
                .about(
                        "Accept",
                        String.valueOf(request.getHeader("Accept")),
                        "accept " + MediaType.toString(exception.getSupportedMediaTypes()));
    }

    private static Problem wrongMethod(HttpRequestMethodNotSupportedException exception) {
        String allowed = exception.getSupportedMethods() == null
                ? "another method"
                : String.join(", ", exception.getSupportedMethods());
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "wrong-method",
                        "The method is not allowed here",
                        exception.getMessage())
                .about("method", exception.getMethod(), "use " + allowed);
    }

    private static Problem notFound(NoResourceFoundException exception, HttpServletRequest request) {
        String path = request.getRequestURI();
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is nothing at this address",
                        "There is nothing at " + path)
                .about("path", path, "see /v3/api-docs for all addresses");
    }
}
