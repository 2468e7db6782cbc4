package io.clearway.wiring.web;

import io.clearway.deployments.UnknownDeployment;
import io.clearway.deployments.recording.UnknownRecording;
import io.clearway.imports.ScenarioExists;
import io.clearway.imports.ScenarioInUse;
import io.clearway.imports.UnknownImport;
import io.clearway.runs.RunIsOver;
import io.clearway.runs.UnknownCheckpoint;
import io.clearway.runs.UnknownRun;
import io.clearway.runs.web.EventStreams.TooManyStreams;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.SimulationException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error of the REST API as a problem that names the field, the value and a hint. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidSetting complaint) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-field", "A field cannot be used", complaint.getMessage())
                .about(complaint.field(), complaint.given(), complaint.hint())
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownRun complaint) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-run", "There is no such run", complaint.getMessage())
                .about("id", complaint.id(), "take an id that GET /api/v1/runs lists")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownCheckpoint complaint) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "unknown-checkpoint",
                        "There is no such checkpoint",
                        complaint.getMessage())
                .about("checkpointId", complaint.id(), "take an id that GET /api/v1/runs/{id}/checkpoints lists")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownDeployment complaint) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "unknown-deployment",
                        "There is no such deployment",
                        complaint.getMessage())
                .about("id", complaint.id(), "take an id that GET /api/v1/deployments lists")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownRecording complaint) {
        return Problem.of(
                        HttpStatus.NOT_FOUND, "unknown-recording", "There is no such recording", complaint.getMessage())
                .about("id", complaint.what(), "take an id that GET /api/v1/recordings lists")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyStreams complaint) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too-many-streams",
                        "Too many streams of events are open",
                        complaint.getMessage())
                .about("events", "one more", "close pages that show live figures, or ask for the state instead")
                .answer();
    }

    /** No connection, or one that breaks under a transaction: then not even the way back can be gone. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception failure) {
        LOG.warn("The database cannot be reached: {}", failure.toString());
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database-unavailable",
                        "The database cannot be reached",
                        "The service runs, but its database does not answer")
                .about(
                        "database",
                        "no connection",
                        "look whether PostgreSQL runs and spring.datasource.url is right; the service goes on by itself")
                .answer();
    }

    /** The client of a stream or of a file has gone: there is nobody to answer. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void gone(IOException gone) {
        LOG.debug("A client has gone: {}", gone.toString());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownImport complaint) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-import", "There is no such import", complaint.getMessage())
                .about("name", complaint.name(), "take a scenario that was imported through this service")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> exists(ScenarioExists complaint) {
        return Problem.of(HttpStatus.CONFLICT, "scenario-exists", "The name is taken", complaint.getMessage())
                .about("name", complaint.name(), "choose another name, or send replace=true")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> inUse(ScenarioInUse complaint) {
        return Problem.of(HttpStatus.CONFLICT, "scenario-in-use", "A run needs the scenario", complaint.getMessage())
                .about("name", complaint.name(), "wait for the run, or cancel it")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException complaint) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The upload is too large", complaint.getMessage())
                .about("files", "too many bytes", "send less; spring.servlet.multipart.max-request-size is the limit")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noParts(MultipartException complaint) {
        return invalid(new InvalidSetting(
                "files", "no sound multipart request", "send the files as parts of multipart/form-data"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> over(RunIsOver complaint) {
        return Problem.of(HttpStatus.CONFLICT, "run-is-over", "The run is over", complaint.getMessage())
                .about("status", complaint.run().status(), "only a run that is QUEUED or RUNNING can be canceled")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException complaint) {
        return UnreadableBody.problem(complaint).answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException complaint) {
        return wrongType(complaint.getName(), complaint.getValue(), complaint.getRequiredType());
    }

    /** Parameters that a method takes together. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(BindException complaint) {
        FieldError first = Objects.requireNonNull(complaint.getFieldError(), "a binding fails at a field");
        Class<?> type = first.contains(TypeMismatchException.class)
                ? first.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
        return wrongType(first.getField(), first.getRejectedValue(), type);
    }

    private ResponseEntity<ProblemDetail> wrongType(String field, @Nullable Object value, @Nullable Class<?> wanted) {
        Class<?> type = Objects.requireNonNullElse(wanted, String.class);
        String hint = type.isEnum()
                ? "use one of: "
                        + Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "give a " + UnreadableBody.describe(type);
        return invalid(new InvalidSetting(field, String.valueOf(value), hint));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException complaint) {
        return invalid(
                new InvalidSetting(complaint.getParameterName(), "nothing", "give a " + complaint.getParameterType()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongContent(HttpMediaTypeNotSupportedException complaint) {
        String wanted = MediaType.toString(complaint.getSupportedMediaTypes());
        return Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-content",
                        "The content's type cannot be read",
                        complaint.getMessage())
                .about(
                        "Content-Type",
                        complaint.getContentType() == null ? "nothing" : complaint.getContentType(),
                        "send " + (wanted.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : wanted))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(
            HttpMediaTypeNotAcceptableException complaint, HttpServletRequest request) {
        return Problem.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        "No answer of the wanted type",
                        complaint.getMessage())
                .about(
                        "Accept",
                        String.valueOf(request.getHeader("Accept")),
                        "accept " + MediaType.toString(complaint.getSupportedMediaTypes()))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMethod(HttpRequestMethodNotSupportedException complaint) {
        String allowed = complaint.getSupportedMethods() == null
                ? "another method"
                : String.join(", ", complaint.getSupportedMethods());
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "wrong-method",
                        "The method is not allowed here",
                        complaint.getMessage())
                .about("method", complaint.getMethod(), "use " + allowed)
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothingThere(NoResourceFoundException complaint, HttpServletRequest request) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is nothing at this address",
                        "There is nothing at " + request.getRequestURI())
                .about("path", request.getRequestURI(), "see /v3/api-docs for all addresses")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> simulator(SimulationException complaint, HttpServletRequest request) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "simulator-failed",
                        "The simulator cannot do this here",
                        complaint.getMessage())
                .about("request", request.getRequestURI(), "ask a service on a machine or in an image with SUMO")
                .answer();
    }

    /** Problems that others made already, in the shape that they gave them. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> already(ErrorResponseException complaint) {
        return ResponseEntity.status(complaint.getStatusCode())
                .headers(complaint.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(complaint.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rest(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return Problem.of(known.getStatusCode(), "bad-request", "The request cannot be used", failure.toString())
                    .about("request", request.getRequestURI(), "see /v3/api-docs")
                    .answer();
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "The service failed",
                        "The service failed on this request; its log says more")
                .about("request", request.getRequestURI(), "try again; if it stays, report it with the service's log")
                .answer();
    }
}
