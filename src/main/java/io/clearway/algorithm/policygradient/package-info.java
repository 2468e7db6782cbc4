/**
 * What policy gradient algorithms share: policies and their clipped loss (Eq. 5), extended values (Eq. 1), advantages.
 */
@NullMarked
package io.clearway.algorithm.policygradient;

import org.jspecify.annotations.NullMarked;
