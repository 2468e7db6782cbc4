/** Drives live simulations: one thread and one connection per deployment. */
@NullMarked
package io.clearway.plans.live;

import org.jspecify.annotations.NullMarked;
