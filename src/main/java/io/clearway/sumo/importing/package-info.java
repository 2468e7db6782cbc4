/** The import of networks and demand by SUMO's tools. */
@NullMarked
package io.clearway.sumo.importing;

import org.jspecify.annotations.NullMarked;
