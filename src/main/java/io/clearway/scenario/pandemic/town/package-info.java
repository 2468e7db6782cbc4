/** A town and its people: places, opening hours, households, jobs. */
@NullMarked
package io.clearway.scenario.pandemic.town;

import org.jspecify.annotations.NullMarked;
