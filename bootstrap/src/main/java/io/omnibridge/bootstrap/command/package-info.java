/**
 * The commands of {@code omnibridge}, and the reports that they print. A command reads its options, opens a vault or a service
 * through {@code wiring}, and reports.
 */
@NullMarked
package io.omnibridge.bootstrap.command;

import org.jspecify.annotations.NullMarked;
