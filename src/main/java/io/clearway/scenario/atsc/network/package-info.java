/** The signals of a network: phases, links, lanes, neighbors. */
@NullMarked
package io.clearway.scenario.atsc.network;

import org.jspecify.annotations.NullMarked;
