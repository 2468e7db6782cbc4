/**
 * Vehicles on closed roads, each driven by an agent: rings and the figure eight, and the rules they are held against.
 */
@NullMarked
package io.clearway.scenario.flow;

import org.jspecify.annotations.NullMarked;
