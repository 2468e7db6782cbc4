/** Corridors: roads from signal to signal, who drove along them, and their time-space data. */
@NullMarked
package io.clearway.scenario.corridor;

import org.jspecify.annotations.NullMarked;
