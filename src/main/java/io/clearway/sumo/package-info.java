/** Eclipse SUMO behind the simulation port: processes, TraCI messages, network files, converters. */
@NullMarked
package io.clearway.sumo;

import org.jspecify.annotations.NullMarked;
