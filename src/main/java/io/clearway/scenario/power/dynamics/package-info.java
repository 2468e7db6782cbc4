/** Stiff differential equations: a Rosenbrock method with sparse Jacobians. */
@NullMarked
package io.clearway.scenario.power.dynamics;

import org.jspecify.annotations.NullMarked;
