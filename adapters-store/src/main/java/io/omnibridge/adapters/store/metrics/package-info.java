/** Measures the calls of the ports to a store, by operation and outcome. */
@NullMarked
package io.omnibridge.adapters.store.metrics;

import org.jspecify.annotations.NullMarked;
