/**
 * Encryption of everything that must not be readable in a store: credentials, tokens to revoke, secrets of connect attempts, leases, and parts
 * of the vault metadata; and of what clients keep: lease tokens, cookies of browsers, references to search results. Each sealed value is bound to its owner and purpose as associated data, and opens nowhere else.
 */
@NullMarked
package io.omnibridge.adapters.store.sealing;

import org.jspecify.annotations.NullMarked;
