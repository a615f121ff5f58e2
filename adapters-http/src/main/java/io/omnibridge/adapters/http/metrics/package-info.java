/** What is counted and timed: a constant number of series, whatever comes in. */
@NullMarked
package io.omnibridge.adapters.http.metrics;

import org.jspecify.annotations.NullMarked;
