/** Keeps users in the memory of this process. It is for trying OmniBridge out and for tests: a restart loses everything. */
@NullMarked
package io.omnibridge.adapters.store.memory;

import org.jspecify.annotations.NullMarked;
