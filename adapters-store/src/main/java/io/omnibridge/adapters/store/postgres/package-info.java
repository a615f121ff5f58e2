/**
 * Keeps users and the vault's metadata in PostgreSQL, or in a database that speaks its protocol. Each step is one statement: a read, and
 * each of the two of a write.
 */
@NullMarked
package io.omnibridge.adapters.store.postgres;

import org.jspecify.annotations.NullMarked;
