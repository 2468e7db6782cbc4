/** Islanded microgrids: agents choose the voltage set-points of inverters (power-grid-20, power-grid-40). */
@NullMarked
package io.clearway.scenario.power.microgrid;

import org.jspecify.annotations.NullMarked;
