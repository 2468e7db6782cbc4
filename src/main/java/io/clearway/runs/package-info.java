/** The runs that the service keeps: what was asked for, how it goes, what came out. */
@NullMarked
package io.clearway.runs;

import org.jspecify.annotations.NullMarked;
