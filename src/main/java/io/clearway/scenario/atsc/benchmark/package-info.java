/** The published benchmarks: the 5x5 grid and Monaco. */
@NullMarked
package io.clearway.scenario.atsc.benchmark;

import org.jspecify.annotations.NullMarked;
