/** Decides what each signal shows: controller, safety envelope, fallback to fixed time. */
@NullMarked
package io.clearway.deployments.control;

import org.jspecify.annotations.NullMarked;
