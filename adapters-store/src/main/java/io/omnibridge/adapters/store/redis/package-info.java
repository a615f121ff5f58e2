/** Keeps accounts and records in Redis, on one server or on a cluster, shared by any number of nodes. */
@NullMarked
package io.omnibridge.adapters.store.redis;

import org.jspecify.annotations.NullMarked;
