/** Reading and writing SUMO's XML. */
@NullMarked
package io.clearway.sumo.xml;

import org.jspecify.annotations.NullMarked;
