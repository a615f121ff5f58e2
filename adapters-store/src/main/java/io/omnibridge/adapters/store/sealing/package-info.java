/** Seals credentials, bound to the account that they belong to, and facts about the vault, bound to their names. */
@NullMarked
package io.omnibridge.adapters.store.sealing;

import org.jspecify.annotations.NullMarked;
