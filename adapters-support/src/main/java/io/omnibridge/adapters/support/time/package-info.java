/** Durations as operators write them. They are a whole number with a unit, such as {@code 30s}. */
@NullMarked
package io.omnibridge.adapters.support.time;

import org.jspecify.annotations.NullMarked;
