/** Spring beans that connect everything else. */
@NullMarked
package io.clearway.wiring;

import org.jspecify.annotations.NullMarked;
