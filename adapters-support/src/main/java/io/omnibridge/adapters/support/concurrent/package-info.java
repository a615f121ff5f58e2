/** Threads for background work. */
@NullMarked
package io.omnibridge.adapters.support.concurrent;

import org.jspecify.annotations.NullMarked;
