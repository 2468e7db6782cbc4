/** Deployments: a controller that drives the signals of a simulation somebody else runs. */
@NullMarked
package io.clearway.deployments;

import org.jspecify.annotations.NullMarked;
