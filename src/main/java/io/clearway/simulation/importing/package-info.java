/** The port for importing networks and demand. */
@NullMarked
package io.clearway.simulation.importing;

import org.jspecify.annotations.NullMarked;
