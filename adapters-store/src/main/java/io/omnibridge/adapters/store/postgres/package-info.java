/** Keeps accounts and records in PostgreSQL, or in an engine that speaks its protocol, shared by any number of nodes. */
@NullMarked
package io.omnibridge.adapters.store.postgres;

import org.jspecify.annotations.NullMarked;
