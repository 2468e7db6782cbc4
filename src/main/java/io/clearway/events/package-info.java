/** Event logs of signals and detectors in the Indiana enumerations: codes, files, reading and writing. */
@NullMarked
package io.clearway.events;

import org.jspecify.annotations.NullMarked;
