package io.clearway.cli;

import java.io.PrintStream;

/**
 * Where commands write.
 *
 * @param out what was asked for
 * @param err progress and complaints
 * @param terminal whether a person is looking, so that a line may be written over
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {}
