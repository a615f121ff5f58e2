/**
 * Removes tokens and capability URLs from responses of providers while they pass. {@code TokenMasker} works on any bytes,
 * {@code JsonFilter} on JSON.
 */
@NullMarked
package io.omnibridge.adapters.providers.scrub;

import org.jspecify.annotations.NullMarked;
