/** Seals credentials with Tink's AEAD, bound to the account that they belong to. */
@NullMarked
package io.omnibridge.adapters.store.sealing;

import org.jspecify.annotations.NullMarked;
