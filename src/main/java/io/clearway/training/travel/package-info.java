/** Measures of travel along corridors: as data, and of several episodes together. */
@NullMarked
package io.clearway.training.travel;

import org.jspecify.annotations.NullMarked;
