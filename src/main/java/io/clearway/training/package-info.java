/** One run from reset to last checkpoint, in memory, and the evaluation of controllers. */
@NullMarked
package io.clearway.training;

import org.jspecify.annotations.NullMarked;
