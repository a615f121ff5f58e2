/** Copying a whole vault from one durable store to another, and proving that nothing was lost or changed. */
@NullMarked
package io.omnibridge.adapters.store.copy;

import org.jspecify.annotations.NullMarked;
