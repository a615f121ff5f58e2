/**
 * The commands of {@code omnibridge}, as picocli reads them, and what they print. A command reads its options, does its work
 * through {@code wiring}, and reports.
 */
@NullMarked
package io.omnibridge.bootstrap.command;

import org.jspecify.annotations.NullMarked;
