/** What detectors measure, and the observations of rules and learners. */
@NullMarked
package io.clearway.scenario.atsc.sensing;

import org.jspecify.annotations.NullMarked;
