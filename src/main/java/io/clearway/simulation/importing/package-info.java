/** The import of networks and demand, as the port sees it. */
@NullMarked
package io.clearway.simulation.importing;

import org.jspecify.annotations.NullMarked;
