/** Layers with automatic differentiation on a tape, for recurrent agents. */
@NullMarked
package io.clearway.neural.tape;

import org.jspecify.annotations.NullMarked;
