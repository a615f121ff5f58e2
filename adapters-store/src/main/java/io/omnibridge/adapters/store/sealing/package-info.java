/**
 * Encryption of everything that must not be readable in a store: credentials, tokens to revoke, secrets of connect attempts, and parts of
 * the vault metadata. Each sealed value is bound to its owner and purpose as associated data, and opens nowhere else.
 */
@NullMarked
package io.omnibridge.adapters.store.sealing;

import org.jspecify.annotations.NullMarked;
