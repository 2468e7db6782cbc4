/** What commands share: options, files, errors, the installation they run in. */
@NullMarked
package io.clearway.cli.command;

import org.jspecify.annotations.NullMarked;
