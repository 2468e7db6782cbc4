/** The TraCI protocol: messages, commands with their responses, the connection. */
@NullMarked
package io.clearway.sumo.traci;

import org.jspecify.annotations.NullMarked;
