/** Epidemics in towns: each agent sets the stage of regulations for one kind of place, one for the persons. */
@NullMarked
package io.clearway.scenario.pandemic;

import org.jspecify.annotations.NullMarked;
