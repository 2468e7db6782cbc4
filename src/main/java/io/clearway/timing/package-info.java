/** Timing sheets of signals: yellow, intergreen, minimum green and maximum red, as data and as formulas. */
@NullMarked
package io.clearway.timing;

import org.jspecify.annotations.NullMarked;
