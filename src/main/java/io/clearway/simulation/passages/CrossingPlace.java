package io.clearway.simulation.passages;

/**
 * A crossing at which it is watched whether somebody waits.
 *
 * @param crossing its lane
 * @param sidewalk lane of the walking area that the movement over it comes from; those who come the other way count too
 *     unless their side is watched as another place
 */
public record CrossingPlace(String crossing, String sidewalk) {}
