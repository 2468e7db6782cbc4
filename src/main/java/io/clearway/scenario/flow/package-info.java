/** Vehicles on closed roads (ring, figure eight), each driven by an agent, and their rules. */
@NullMarked
package io.clearway.scenario.flow;

import org.jspecify.annotations.NullMarked;
