package io.clearway.wiring.web;

import io.clearway.deployments.UnknownDeployment;
import io.clearway.deployments.performance.NoEventLog;
import io.clearway.deployments.recording.UnknownRecording;
import io.clearway.experiments.ExperimentIsOver;
import io.clearway.experiments.NoResults;
import io.clearway.experiments.UnknownExperiment;
import io.clearway.imports.ScenarioExists;
import io.clearway.imports.ScenarioInUse;
import io.clearway.imports.UnknownImport;
import io.clearway.runs.NotEvaluatedYet;
import io.clearway.runs.RunIsOver;
import io.clearway.runs.UnknownCheckpoint;
import io.clearway.runs.UnknownRun;
import io.clearway.runs.web.EventStreams.TooManyStreams;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.SimulationException;
import org.springframework.http.HttpStatus;

/** The problems of Clearway's own exceptions. */
final class DomainProblems {
    private DomainProblems() {}

    static void register(ProblemRegistry registry) {
        registry.add(InvalidSetting.class, DomainProblems::invalid);
        registerUnknown(registry);
        registerConflicts(registry);
        registerExperiments(registry);
        registry.add(
                TooManyStreams.class,
                exception -> problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "too-many-streams",
                                "Too many event streams are open",
                                exception)
                        .about("events", "one more", "close pages that show live figures, or poll the state instead"));
        registry.add(
                SimulationException.class,
                (exception, request) -> problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "simulator-failed",
                                "The simulator cannot do this here",
                                exception)
                        .about(
                                "request",
                                request.getRequestURI(),
                                "use a service on a machine or in an image with SUMO"));
    }

    /** The problem of a field, parameter or setting that cannot be used. */
    static Problem invalid(InvalidSetting exception) {
        return problem(HttpStatus.BAD_REQUEST, "invalid-field", "A field cannot be used", exception)
                .about(exception.field(), exception.given(), exception.hint())
                .all(exception.all());
    }

    private static void registerUnknown(ProblemRegistry registry) {
        registry.add(
                UnknownRun.class,
                exception -> unknown("run", exception)
                        .about("id", exception.id(), "take an id that GET /api/v1/runs lists"));
        registry.add(
                UnknownCheckpoint.class,
                exception -> unknown("checkpoint", exception)
                        .about(
                                "checkpointId",
                                exception.id(),
                                "take an id that GET /api/v1/runs/{id}/checkpoints lists"));
        registry.add(
                UnknownDeployment.class,
                exception -> unknown("deployment", exception)
                        .about("id", exception.id(), "take an id that GET /api/v1/deployments lists"));
        registry.add(
                UnknownRecording.class,
                exception -> unknown("recording", exception)
                        .about("id", exception.what(), "take an id that GET /api/v1/recordings lists"));
        registry.add(
                UnknownImport.class,
                exception -> unknown("import", exception)
                        .about("name", exception.name(), "take a scenario that was imported through this service"));
    }

    private static void registerExperiments(ProblemRegistry registry) {
        registry.add(
                UnknownExperiment.class,
                exception -> unknown("experiment", exception)
                        .about("id", exception.id(), "take an id that GET /api/v1/experiments lists"));
        registry.add(
                ExperimentIsOver.class,
                exception -> problem(HttpStatus.CONFLICT, "experiment-is-over", "The experiment is over", exception)
                        .about(
                                "status",
                                exception.status(),
                                "only an experiment that is QUEUED or RUNNING can be canceled"));
        registry.add(
                NoResults.class,
                exception -> problem(HttpStatus.CONFLICT, "no-results", "There are no results", exception)
                        .about(exception.field(), exception.value(), exception.hint()));
    }

    private static void registerConflicts(ProblemRegistry registry) {
        registry.add(
                ScenarioExists.class,
                exception -> problem(HttpStatus.CONFLICT, "scenario-exists", "The name is taken", exception)
                        .about("name", exception.name(), "choose another name, or send replace=true"));
        registry.add(
                NoEventLog.class,
                exception -> problem(HttpStatus.CONFLICT, "no-event-log", "There is no event log", exception)
                        .about("eventLog", exception.asked(), exception.hint()));
        registry.add(
                ScenarioInUse.class,
                exception -> problem(HttpStatus.CONFLICT, "scenario-in-use", "The scenario is needed", exception)
                        .about("name", exception.name(), "wait for it, or cancel it"));
        registry.add(
                NotEvaluatedYet.class,
                exception -> problem(HttpStatus.CONFLICT, "not-evaluated", "The run has not been evaluated", exception)
                        .about("status", exception.status(), "wait until the run is FINISHED"));
        registry.add(
                RunIsOver.class,
                exception -> problem(HttpStatus.CONFLICT, "run-is-over", "The run is over", exception)
                        .about(
                                "status",
                                exception.run().status(),
                                "only a run that is QUEUED or RUNNING can be canceled"));
    }

    private static Problem unknown(String kind, Exception exception) {
        return problem(HttpStatus.NOT_FOUND, "unknown-" + kind, "There is no such " + kind, exception);
    }

    private static Problem problem(HttpStatus status, String kind, String title, Exception exception) {
        return Problem.of(status, kind, title, exception.getMessage());
    }
}
