/** Distribution networks with much photovoltaic power: agents choose the reactive power of inverters (power-net-…). */
@NullMarked
package io.clearway.scenario.power.distribution;

import org.jspecify.annotations.NullMarked;
