/** The networked MDP: agents on a graph, κ-hop neighborhoods, joint observations, actions and steps. */
@NullMarked
package io.clearway.network;

import org.jspecify.annotations.NullMarked;
