/** The control loop of a live simulation: one thread and one connection per deployment. */
@NullMarked
package io.clearway.deployments.live;

import org.jspecify.annotations.NullMarked;
