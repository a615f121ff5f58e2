package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.StoreDeadline;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * One node, and a bounded pool of connections to it. The pool is fair: callers get a connection in the order in which they
 * came. Thread-safe.
 */
final class NodePool implements AutoCloseable {

    private final HostAndPort address;
    private final RedisSettings settings;
    private final Semaphore permits;
    private final Deque<RedisConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    NodePool(HostAndPort address, RedisSettings settings) {
        this.address = address;
        this.settings = settings;
        this.permits = new Semaphore(settings.limits().connections(), true);
    }

    /**
     * Sends the command over a connection of the pool and reads its reply. Waits for a connection for at most half of a
     * call's time.
     *
     * @param asking whether ASKING goes first: the node is importing the slot
     * @throws NodeUnreachable if there was no connection or no reply
     * @throws AuthenticationFailed if the node rejected the user, the password or the database
     * @throws JedisDataException if the node replied with an error
     */
    <T> T call(Command<T> command, boolean asking, StoreDeadline deadline) {
        acquire();
        try {
            return callOverIdleOrNew(command, asking, deadline);
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(settings.limits().deadline().toMillis() / 2, TimeUnit.MILLISECONDS)) {
                throw new NodeUnreachable("no connection became free in time: look at OMNIBRIDGE_STORE_CONNECTIONS");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeUnreachable("the thread was interrupted while it waited for a connection");
        }
    }

    /** An idle connection may be broken already, which only using it shows. A repeatable command then gets a new one. */
    private <T> T callOverIdleOrNew(Command<T> command, boolean asking, StoreDeadline deadline) {
        RedisConnection used = idle.pollFirst();
        if (used != null) {
            try {
                return callOver(used, command, asking, deadline);
            } catch (NodeUnreachable e) {
                if (deadline.hasExpired() || !command.repeatable()) {
                    throw e;
                }
                closeIdle();
            }
        }
        return callOver(new RedisConnection(address, settings), command, asking, deadline);
    }

    private <T> T callOver(RedisConnection connection, Command<T> command, boolean asking, StoreDeadline deadline) {
        boolean inService = true;
        deadline.guard(connection::cut);
        try {
            return connection.call(command, asking);
        } catch (JedisDataException e) {
            inService = !RedisErrors.isOutOfService(e);
            throw e;
        } finally {
            deadline.release();
            putBack(connection, inService);
        }
    }

    /** Closes every connection to a node that is out of service: a new one may reach its successor at the same address. */
    private void putBack(RedisConnection connection, boolean inService) {
        if (inService && connection.isReusable()) {
            idle.addFirst(connection);
        } else {
            connection.cut();
        }
        if (!inService || closed) {
            closeIdle();
        }
    }

    private void closeIdle() {
        for (RedisConnection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.cut();
        }
    }
}
