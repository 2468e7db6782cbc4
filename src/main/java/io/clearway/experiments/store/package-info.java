/** Experiments in PostgreSQL. */
@NullMarked
package io.clearway.experiments.store;

import org.jspecify.annotations.NullMarked;
