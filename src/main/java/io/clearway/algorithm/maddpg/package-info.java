/** Multi-agent deep deterministic policy gradient: local actors, centralized critics (Lowe et al. 2017). */
@NullMarked
package io.clearway.algorithm.maddpg;

import org.jspecify.annotations.NullMarked;
