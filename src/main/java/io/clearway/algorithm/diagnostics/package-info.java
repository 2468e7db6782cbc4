/** Diagnostics of locality: communication cost, truncation bounds, dependence between agents. */
@NullMarked
package io.clearway.algorithm.diagnostics;

import org.jspecify.annotations.NullMarked;
