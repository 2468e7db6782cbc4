/** Trips of a simulation as its own record tells them, and their measures. */
@NullMarked
package io.clearway.simulation.trips;

import org.jspecify.annotations.NullMarked;
