/** Departures, routes and additional files for SUMO. */
@NullMarked
package io.clearway.sumo.demand;

import org.jspecify.annotations.NullMarked;
