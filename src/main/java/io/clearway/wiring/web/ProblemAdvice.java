package io.clearway.wiring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every error of the REST API with a problem that names the field and the value, with a hint. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemRegistry registry = new ProblemRegistry();

    ProblemAdvice() {
        DomainProblems.register(registry);
        RequestProblems.register(registry);
    }

    /** All exceptions without a handler of their own. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> any(Exception exception, HttpServletRequest request) {
        return registry.find(exception, request)
                .orElseGet(() -> unregistered(exception, request))
                .answer();
    }

    /** No connection, or one that breaks within a transaction: then even its rollback may fail. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseUnavailable(Exception exception) {
        LOG.warn("The database cannot be reached: {}", exception.toString());
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database-unavailable",
                        "The database cannot be reached",
                        "The service runs, but its database does not respond")
                .about(
                        "database",
                        "no connection",
                        "check that PostgreSQL runs and that spring.datasource.url is right; the service recovers by"
                                + " itself")
                .answer();
    }

    /** The client of a stream or of a file has disconnected: no response is possible. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void clientGone(IOException exception) {
        LOG.debug("A client disconnected: {}", exception.toString());
    }

    /** Errors that are problems already. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> already(ErrorResponseException exception) {
        return ResponseEntity.status(exception.getStatusCode())
                .headers(exception.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(exception.getBody());
    }

    private static Problem unregistered(Exception exception, HttpServletRequest request) {
        if (exception instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return Problem.of(known.getStatusCode(), "bad-request", "The request cannot be used", exception.toString())
                    .about("request", request.getRequestURI(), "see /v3/api-docs");
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "The service failed",
                        "The service failed on this request; its log says more")
                .about(
                        "request",
                        request.getRequestURI(),
                        "try again; if it fails again, report it with the service's log");
    }
}
