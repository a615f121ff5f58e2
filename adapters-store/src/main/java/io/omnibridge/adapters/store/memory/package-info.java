/** Keeps accounts and records in the heap of this process: nothing outlives it, and no other process sees it. */
@NullMarked
package io.omnibridge.adapters.store.memory;

import org.jspecify.annotations.NullMarked;
