/** What all REST controllers share: strict JSON, problem details, the OpenAPI description, the port. */
@NullMarked
package io.clearway.wiring.web;

import org.jspecify.annotations.NullMarked;
