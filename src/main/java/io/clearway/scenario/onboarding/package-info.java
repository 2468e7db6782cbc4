/** The report on an imported network: signals, phases, demand, problems and repairs. */
@NullMarked
package io.clearway.scenario.onboarding;

import org.jspecify.annotations.NullMarked;
