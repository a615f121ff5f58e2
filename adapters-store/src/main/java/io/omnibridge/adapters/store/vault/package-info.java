/**
 * A vault over one store: the ports of the application, implemented once for all kinds of store, and the vault's opening, keys and
 * metadata. It knows the interfaces of {@code spi}, and no kind of store.
 */
@NullMarked
package io.omnibridge.adapters.store.vault;

import org.jspecify.annotations.NullMarked;
