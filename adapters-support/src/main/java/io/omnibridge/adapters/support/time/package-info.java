/** Durations as operators write them. */
@NullMarked
package io.omnibridge.adapters.support.time;

import org.jspecify.annotations.NullMarked;
