/** The port to a traffic simulation, in SI units. */
@NullMarked
package io.clearway.simulation;

import org.jspecify.annotations.NullMarked;
