/** What each signal shows: the decision, orders of operators, the fallback to fixed time. */
@NullMarked
package io.clearway.deployments.control;

import org.jspecify.annotations.NullMarked;
