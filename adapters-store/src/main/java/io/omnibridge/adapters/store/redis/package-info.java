/** Keeps users and the vault's metadata in Redis, on one server or on a cluster. How commands reach the servers is in {@code client}. */
@NullMarked
package io.omnibridge.adapters.store.redis;

import org.jspecify.annotations.NullMarked;
