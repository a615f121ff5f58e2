/**
 * Logging: one line for each event, and no line of a library that could contain a credential. {@code Logging} applies the
 * format and the level of the configuration.
 */
@NullMarked
package io.omnibridge.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
