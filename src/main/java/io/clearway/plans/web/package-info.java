/** The deployments' face on the web. */
@NullMarked
package io.clearway.plans.web;

import org.jspecify.annotations.NullMarked;
