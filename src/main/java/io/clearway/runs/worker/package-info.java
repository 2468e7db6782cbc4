/** Executes queued runs: training, evaluation, takeover, cancellation. */
@NullMarked
package io.clearway.runs.worker;

import org.jspecify.annotations.NullMarked;
