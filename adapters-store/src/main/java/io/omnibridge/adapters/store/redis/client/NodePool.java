package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadline;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisDataException;

/** One server, and a bounded pool of connections to it. Thread-safe. */
final class NodePool implements AutoCloseable {

    /** What a server says that is not, or no longer, the one to ask. */
    private static final Set<String> OUT_OF_SERVICE = Set.of("READONLY", "LOADING", "MASTERDOWN", "CLUSTERDOWN");

    private final HostAndPort address;
    private final RedisSettings settings;
    private final Semaphore free;
    private final Deque<RedisConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    NodePool(HostAndPort address, RedisSettings settings) {
        this.address = address;
        this.settings = settings;
        // Fair: otherwise, when there are more callers than connections, some wait a hundred times longer than others.
        this.free = new Semaphore(settings.limits().connections(), true);
    }

    /**
     * Asks over a connection of the pool. Waiting for one takes at most half of the deadline.
     *
     * @param asking whether the server is told that the slot is on its way to it
     * @throws NodeUnreachable if there was none
     * @throws JedisDataException if the server refused
     */
    <T> T ask(Command<T> command, boolean asking, Deadline deadline) {
        take();
        try {
            return overAnyLine(command, asking, deadline);
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void take() {
        try {
            if (!free.tryAcquire(settings.limits().deadline().toMillis() / 2, TimeUnit.MILLISECONDS)) {
                throw new NodeUnreachable("no connection became free in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeUnreachable("the thread was interrupted while it waited for a connection");
        }
    }

    /** A connection that broke while nobody used it is noticed only by the next who does: they get another one. */
    private <T> T overAnyLine(Command<T> command, boolean asking, Deadline deadline) {
        RedisConnection used = idle.pollFirst();
        if (used != null) {
            try {
                return over(used, command, asking, deadline);
            } catch (NodeUnreachable e) {
                if (deadline.hasPassed() || !command.repeatable()) {
                    throw e;
                }
                closeIdle();
            }
        }
        return over(new RedisConnection(address, settings), command, asking, deadline);
    }

    private <T> T over(RedisConnection line, Command<T> command, boolean asking, Deadline deadline) {
        boolean inService = true;
        deadline.guard(line::cut);
        try {
            return line.ask(command, asking);
        } catch (JedisDataException e) {
            inService = !OUT_OF_SERVICE.contains(RedisErrors.code(e));
            throw e;
        } finally {
            deadline.release();
            putBack(line, inService);
        }
    }

    /** Behind the same name there may be another server by now: it is found by connecting anew. */
    private void putBack(RedisConnection line, boolean inService) {
        if (inService && line.isSound()) {
            idle.addFirst(line);
        } else {
            line.cut();
        }
        if (!inService || closed) {
            closeIdle();
        }
    }

    private void closeIdle() {
        for (RedisConnection line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            line.cut();
        }
    }
}
