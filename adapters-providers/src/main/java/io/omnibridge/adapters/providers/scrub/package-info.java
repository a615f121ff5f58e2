/** Removes tokens and capability URLs from responses of providers while they pass. */
@NullMarked
package io.omnibridge.adapters.providers.scrub;

import org.jspecify.annotations.NullMarked;
