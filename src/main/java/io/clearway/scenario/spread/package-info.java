/** Simple spread: point agents in the plane, each on its way to a target of its own. */
@NullMarked
package io.clearway.scenario.spread;

import org.jspecify.annotations.NullMarked;
