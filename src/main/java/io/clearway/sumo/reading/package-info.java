/** What is subscribed to in SUMO, and how replies become readings. */
@NullMarked
package io.clearway.sumo.reading;

import org.jspecify.annotations.NullMarked;
