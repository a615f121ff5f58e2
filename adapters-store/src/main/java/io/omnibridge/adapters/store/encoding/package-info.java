/** How several values become the one value that a cipher or a MAC is computed over. */
@NullMarked
package io.omnibridge.adapters.store.encoding;

import org.jspecify.annotations.NullMarked;
