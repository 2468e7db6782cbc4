/** The SUMO process: start, limits, output, end. */
@NullMarked
package io.clearway.sumo.process;

import org.jspecify.annotations.NullMarked;
