/** What a city's network and demand look like to us: phases, gaps in the signal programs, load, and what was mended. */
@NullMarked
package io.clearway.scenario.onboarding;

import org.jspecify.annotations.NullMarked;
