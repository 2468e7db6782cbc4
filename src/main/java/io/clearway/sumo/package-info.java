/** SUMO behind the simulation port. */
@NullMarked
package io.clearway.sumo;

import org.jspecify.annotations.NullMarked;
