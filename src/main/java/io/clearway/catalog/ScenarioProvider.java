package io.clearway.catalog;

import io.clearway.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/** Scenarios that are added and removed while Clearway runs, by imports of users. Safe for many threads. */
public interface ScenarioProvider {
    /** Names of all that are there now. */
    List<String> names();

    /** The scenario of this name, if it is there now. */
    Optional<Scenario> find(String name);
}
