/** What passes places on lanes, seen while a simulation runs. */
@NullMarked
package io.clearway.simulation.passages;

import org.jspecify.annotations.NullMarked;
