/** What all REST faces share: strict JSON, problem details, the API's description, the port. */
@NullMarked
package io.clearway.wiring.web;

import org.jspecify.annotations.NullMarked;
