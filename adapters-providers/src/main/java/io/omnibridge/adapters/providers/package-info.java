/** Driven adapter: the providers' authorization servers. */
@NullMarked
package io.omnibridge.adapters.providers;

import org.jspecify.annotations.NullMarked;
