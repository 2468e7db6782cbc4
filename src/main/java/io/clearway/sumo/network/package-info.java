/** SUMO network files: compiling and reading them, right of way. */
@NullMarked
package io.clearway.sumo.network;

import org.jspecify.annotations.NullMarked;
