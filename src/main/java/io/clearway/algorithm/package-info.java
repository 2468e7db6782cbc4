/** What learning is: algorithms, learners and the checkpoints they leave. */
@NullMarked
package io.clearway.algorithm;

import org.jspecify.annotations.NullMarked;
