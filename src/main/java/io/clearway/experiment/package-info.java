/** Experiments: trials of algorithms and rules on scenarios, planned from a description and played in turn. */
@NullMarked
package io.clearway.experiment;

import org.jspecify.annotations.NullMarked;
