/** Results of an experiment: aggregates, comparisons, performance profiles and learning curves. */
@NullMarked
package io.clearway.experiment.result;

import org.jspecify.annotations.NullMarked;
