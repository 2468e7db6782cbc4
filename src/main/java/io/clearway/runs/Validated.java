package io.clearway.runs;

/**
 * How far the choice of the final policy is.
 *
 * @param done validation episodes that are over
 * @param planned validation episodes altogether; 0 while the choice has not begun
 */
public record Validated(int done, int planned) {}
