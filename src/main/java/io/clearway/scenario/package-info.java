/** Scenarios: agents, environment, rule controllers. */
@NullMarked
package io.clearway.scenario;

import org.jspecify.annotations.NullMarked;
