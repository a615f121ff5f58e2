/**
 * Copies a whole vault from one durable store to another, and compares both. It reads and writes through the interfaces of {@code spi}
 * alone, so it works between any two kinds of store.
 */
@NullMarked
package io.omnibridge.adapters.store.copy;

import org.jspecify.annotations.NullMarked;
