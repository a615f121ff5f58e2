/**
 * What a kind of store implements: {@link io.omnibridge.adapters.store.spi.UserStore}, and, if it is durable,
 * {@link io.omnibridge.adapters.store.spi.VaultMetadata}, {@link io.omnibridge.adapters.store.spi.StoreTime} and
 * {@link io.omnibridge.adapters.store.spi.StoreConnection}. Beside them stand the values that both exchange with the
 * ports, such as a snapshot of a user's rows and the changes that were decided on it.
 */
@NullMarked
package io.omnibridge.adapters.store.spi;

import org.jspecify.annotations.NullMarked;
