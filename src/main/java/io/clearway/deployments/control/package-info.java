/** What each signal shows: the decision, phase sequencing (yellow, all-red), the fallback to fixed time. */
@NullMarked
package io.clearway.deployments.control;

import org.jspecify.annotations.NullMarked;
