/** Batched networks of many agents at once, their optimizer and distributions, over ND4J; no traffic. */
@NullMarked
package io.clearway.neural;

import org.jspecify.annotations.NullMarked;
