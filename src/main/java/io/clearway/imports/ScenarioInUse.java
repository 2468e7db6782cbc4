package io.clearway.imports;

import io.clearway.runs.Run;
import java.util.UUID;

/** A scenario cannot change or go while a run or an experiment needs it. */
public final class ScenarioInUse extends RuntimeException {
    private final String name;

    public ScenarioInUse(String name, Run run) {
        super("The run %s, which is %s, needs the scenario '%s'".formatted(run.id(), run.status(), name));
        this.name = name;
    }

    /** @param experiment id of one of whose rules held-out episodes are queued or played */
    public ScenarioInUse(String name, UUID experiment) {
        super("The experiment %s, which plays rules on it, needs the scenario '%s'".formatted(experiment, name));
        this.name = name;
    }

    /** Name of the scenario. */
    public String name() {
        return name;
    }
}
