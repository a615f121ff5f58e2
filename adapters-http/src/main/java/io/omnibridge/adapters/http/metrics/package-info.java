/**
 * Metrics of the HTTP server. Labels come from a fixed set of values, so no request can add a time series without limit.
 */
@NullMarked
package io.omnibridge.adapters.http.metrics;

import org.jspecify.annotations.NullMarked;
