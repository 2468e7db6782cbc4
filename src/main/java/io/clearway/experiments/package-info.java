/** Experiments that the service keeps, and spreads over its workers. */
@NullMarked
package io.clearway.experiments;

import org.jspecify.annotations.NullMarked;
