package io.clearway.imports;

import io.clearway.runs.Run;

/** A scenario cannot change or go while a run needs it. */
public final class ScenarioInUse extends RuntimeException {
    private final String name;

    public ScenarioInUse(String name, Run run) {
        super("The run %s, which is %s, needs the scenario '%s'".formatted(run.id(), run.status(), name));
        this.name = name;
    }

    /** Name of the scenario. */
    public String name() {
        return name;
    }
}
