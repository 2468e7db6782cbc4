package io.clearway.catalog;

import io.clearway.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/** Scenarios that come and go while Clearway runs, as users bring them. Safe for many threads. */
public interface ScenarioProvider {
    /** Names of all that are there now. */
    List<String> names();

    /** The scenario of this name, if it is there now. */
    Optional<Scenario> find(String name);
}
