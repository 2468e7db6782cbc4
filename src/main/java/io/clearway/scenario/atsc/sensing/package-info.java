/** What sensors measure, and what rules and learners see of it. */
@NullMarked
package io.clearway.scenario.atsc.sensing;

import org.jspecify.annotations.NullMarked;
