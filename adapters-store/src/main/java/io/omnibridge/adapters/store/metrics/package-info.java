/** Stores that measure the store behind them: every call, by what it was and how it ended. */
@NullMarked
package io.omnibridge.adapters.store.metrics;

import org.jspecify.annotations.NullMarked;
