/** Networks of many agents in one batch, over ND4J; knows nothing of traffic. */
@NullMarked
package io.clearway.neural;

import org.jspecify.annotations.NullMarked;
