/** Algorithms, learners, tasks and checkpoints. */
@NullMarked
package io.clearway.algorithm;

import org.jspecify.annotations.NullMarked;
