/** What passes places on lanes and who waits at crossings, seen while a simulation runs. */
@NullMarked
package io.clearway.simulation.passages;

import org.jspecify.annotations.NullMarked;
