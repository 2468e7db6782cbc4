/** Diagnostics of locality: what limited neighborhoods cost, and how far agents depend on each other. */
@NullMarked
package io.clearway.algorithm.diagnostics;

import org.jspecify.annotations.NullMarked;
