/**
 * Advantage actor-critic with recurrent agents that inform their neighbors, and the methods that differ in what they
 * tell.
 */
@NullMarked
package io.clearway.algorithm.a2c;

import org.jspecify.annotations.NullMarked;
