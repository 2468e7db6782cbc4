/** Adam and RMSProp. */
@NullMarked
package io.clearway.neural.optimizer;

import org.jspecify.annotations.NullMarked;
