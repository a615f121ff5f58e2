/** What becomes of a write, decided in the same way for every store that decides on what it has read. */
@NullMarked
package io.omnibridge.adapters.store.write;

import org.jspecify.annotations.NullMarked;
