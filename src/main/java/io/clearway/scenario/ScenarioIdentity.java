package io.clearway.scenario;

/**
 * What a scenario is called and where it comes from.
 *
 * @param name in the catalog, such as {@code grid-5x5}
 * @param description one line for people
 * @param origin whose problem it is, where its data come from and under which license, in one line
 */
public record ScenarioIdentity(String name, String description, String origin) {}
