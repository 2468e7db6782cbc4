/** What happens in Clearway as Micrometer meters, few enough to be scraped at any size. */
@NullMarked
package io.clearway.telemetry;

import org.jspecify.annotations.NullMarked;
