/** Logging: one line for each event, and no line of a library that could contain a credential. */
@NullMarked
package io.omnibridge.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
