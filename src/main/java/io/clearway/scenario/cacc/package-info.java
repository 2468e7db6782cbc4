/** Cooperative adaptive cruise control: a platoon of vehicles on one lane, integrated here, without a simulator. */
@NullMarked
package io.clearway.scenario.cacc;

import org.jspecify.annotations.NullMarked;
