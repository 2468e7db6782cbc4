/** Advantage actor-critic with recurrent agents and communication between neighbors (Chu et al. 2020). */
@NullMarked
package io.clearway.algorithm.a2c;

import org.jspecify.annotations.NullMarked;
