/** Import of networks and demand that users bring. */
@NullMarked
package io.clearway.sumo.importing;

import org.jspecify.annotations.NullMarked;
