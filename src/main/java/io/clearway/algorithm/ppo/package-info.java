/** Proximal policy optimization without a model: decentralized (DPPO) and with a centralized critic (CPPO). */
@NullMarked
package io.clearway.algorithm.ppo;

import org.jspecify.annotations.NullMarked;
