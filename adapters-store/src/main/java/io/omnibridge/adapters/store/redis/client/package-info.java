/**
 * Client of Redis, for a single server or a cluster. Jedis reads and writes the protocol; this package adds the pool, the
 * deadlines and the routing. Here a node is a Redis server.
 *
 * <p>The package exists because the store needs four guarantees that Jedis' own pool and cluster client do not give together:
 *
 * <ul>
 *   <li>Every call ends by its deadline, and so do connecting, TLS and waiting for a connection. A timer cuts the socket from
 *       another thread. A socket timeout would begin anew with every byte.
 *   <li>A command that changes something is sent at most once, and MOVED and ASK redirections are still followed.
 *   <li>Callers get connections in the order in which they came, at the cost of one semaphore.
 *   <li>No exception repeats a value, a key or a password, and a node beyond loopback gets nothing without TLS.
 * </ul>
 *
 * <p>Begin reading at {@link io.omnibridge.adapters.store.redis.client.RedisClient}. It asks {@code Topology} for the node of a
 * slot, {@code NodePool} for a connection to it, and {@code RedisConnection} for the reply. The figures behind the decision
 * are in docs/decisions/0014-redis-client.md.
 */
@NullMarked
package io.omnibridge.adapters.store.redis.client;

import org.jspecify.annotations.NullMarked;
