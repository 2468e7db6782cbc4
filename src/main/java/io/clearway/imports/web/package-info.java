/** Imported scenarios over REST. */
@NullMarked
package io.clearway.imports.web;

import org.jspecify.annotations.NullMarked;
