/** Spring beans that join everything else. */
@NullMarked
package io.clearway.wiring;

import org.jspecify.annotations.NullMarked;
