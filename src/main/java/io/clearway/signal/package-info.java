/** Traffic-signal domain: phases, movements, conflicts, transitions, safety. */
@NullMarked
package io.clearway.signal;

import org.jspecify.annotations.NullMarked;
