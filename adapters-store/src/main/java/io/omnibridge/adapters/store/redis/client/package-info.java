/** Client of Redis, for one server or a cluster. */
@NullMarked
package io.omnibridge.adapters.store.redis.client;

import org.jspecify.annotations.NullMarked;
