/** Statistics of experiments with few runs (Agarwal et al. 2021): aggregates, stratified bootstrap, comparisons. */
@NullMarked
package io.clearway.experiment.statistics;

import org.jspecify.annotations.NullMarked;
