/** How several values become the one value that a cipher or a MAC is computed over. */
@NullMarked
package io.omnibridge.adapters.store.codec;

import org.jspecify.annotations.NullMarked;
