/** Two periods of live traffic side by side, from the samples that deployments keep. */
@NullMarked
package io.clearway.deployments.periods;

import org.jspecify.annotations.NullMarked;
