/** The traffic simulation as Clearway needs it, in SI units: a port that a simulator answers from outside. */
@NullMarked
package io.clearway.simulation;

import org.jspecify.annotations.NullMarked;
