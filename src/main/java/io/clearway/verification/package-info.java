/** Proof by exhaustion: every reachable state of a signal's safety envelope, checked by the independent monitor. */
@NullMarked
package io.clearway.verification;

import org.jspecify.annotations.NullMarked;
