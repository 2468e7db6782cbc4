/** How an infection runs in a person, how it spreads, and what tests tell of it. */
@NullMarked
package io.clearway.scenario.pandemic.infection;

import org.jspecify.annotations.NullMarked;
