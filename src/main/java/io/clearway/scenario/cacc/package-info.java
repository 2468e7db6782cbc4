/** Cooperative adaptive cruise control: a platoon on one lane, integrated without a simulator. */
@NullMarked
package io.clearway.scenario.cacc;

import org.jspecify.annotations.NullMarked;
