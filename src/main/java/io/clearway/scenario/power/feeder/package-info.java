/** Feeders of distribution networks: their data, their zones, and AC power flow by Newton's method. */
@NullMarked
package io.clearway.scenario.power.feeder;

import org.jspecify.annotations.NullMarked;
