/** Departures, routes and additional files that SUMO is started with. */
@NullMarked
package io.clearway.sumo.demand;

import org.jspecify.annotations.NullMarked;
