/** The SUMO process: start, time limits, output, termination. */
@NullMarked
package io.clearway.sumo.process;

import org.jspecify.annotations.NullMarked;
