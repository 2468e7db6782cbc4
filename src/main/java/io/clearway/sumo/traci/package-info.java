/** The TraCI protocol: messages, one command and its reply, the connection. */
@NullMarked
package io.clearway.sumo.traci;

import org.jspecify.annotations.NullMarked;
