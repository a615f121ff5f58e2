/**
 * Test server with the whole HTTP adapter over fake ports, and clients that send arbitrary bytes.
 * {@link io.omnibridge.adapters.http.testing.TestApi} is the entry point.
 */
@NullMarked
package io.omnibridge.adapters.http.testing;

import org.jspecify.annotations.NullMarked;
