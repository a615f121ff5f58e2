/** Keeps users and the vault's metadata in PostgreSQL, or in a database that speaks its protocol. Each operation is one statement. */
@NullMarked
package io.omnibridge.adapters.store.postgres;

import org.jspecify.annotations.NullMarked;
