/** Power grids, where agents keep voltages in a band: what their scenarios have in common. */
@NullMarked
package io.clearway.scenario.power;

import org.jspecify.annotations.NullMarked;
