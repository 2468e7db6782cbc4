/** Layers with gradients through a tape, for recurrent and graph networks. */
@NullMarked
package io.clearway.neural.tape;

import org.jspecify.annotations.NullMarked;
