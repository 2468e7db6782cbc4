/** Experience of all agents as arrays: episodes, batches, minibatches, shapes. */
@NullMarked
package io.clearway.algorithm.experience;

import org.jspecify.annotations.NullMarked;
