/** One training run in memory, from reset to last checkpoint, and the evaluation of controllers. */
@NullMarked
package io.clearway.training;

import org.jspecify.annotations.NullMarked;
