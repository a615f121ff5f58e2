/** Logging: one line an event, and no line of anybody else's that could carry a credential. */
@NullMarked
package io.omnibridge.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
