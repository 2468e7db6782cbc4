/** Several scenarios side by side as one, so that one policy is trained on all of them at once. */
@NullMarked
package io.clearway.scenario.combined;

import org.jspecify.annotations.NullMarked;
