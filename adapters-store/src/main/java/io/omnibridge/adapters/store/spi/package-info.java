/**
 * What a kind of store implements: {@link io.omnibridge.adapters.store.spi.UserStore}, and
 * {@link io.omnibridge.adapters.store.spi.VaultMetadata} if it is durable. Beside them stand the values that both exchange with the
 * ports, such as a snapshot of a user's rows and the changes that were decided on it.
 */
@NullMarked
package io.omnibridge.adapters.store.spi;

import org.jspecify.annotations.NullMarked;
