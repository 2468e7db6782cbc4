/** Drives live simulations: one thread and one connection per deployment. */
@NullMarked
package io.clearway.deployments.live;

import org.jspecify.annotations.NullMarked;
