package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadline;
import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Commands, each to the server that has its keys, that end by their deadline. A command that changes something is sent at
 * most once. Thread-safe.
 */
public final class RedisClient implements StoreHealth, AutoCloseable {

    /** More than any resharding needs: two that point at each other must not keep a call busy. */
    private static final int MOST_REDIRECTIONS = 5;

    /** Whether a server serves. */
    static final Command<Long> CHECK = Command.onKey(Protocol.Command.EXISTS, "omnibridge:health", Reply::number);

    private final Topology topology;
    private final Deadlines deadlines;

    private RedisClient(Topology topology, Deadlines deadlines) {
        this.topology = topology;
        this.deadlines = deadlines;
    }

    /**
     * Waits until Redis is ready to serve, at most for as long as the settings say. Finds out whether it is a cluster. Logs a
     * warning for each node that is configured to lose acknowledged writes.
     *
     * @throws StoreCannotStart if a setting is wrong, or Redis was not ready in time
     */
    public static RedisClient connect(RedisSettings settings, Clock clock) {
        Deadlines deadlines = new Deadlines(settings.limits().deadline(), "omnibridge-redis-deadlines");
        Topology topology = new Topology(settings, deadlines);
        RedisClient client = new RedisClient(topology, deadlines);
        try {
            new StartupProbe(settings, topology, deadlines, clock).await();
            new DurabilityCheck(topology, deadlines).give();
            return client;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** @throws StoreUnavailable if Redis did not answer by the deadline, or refused */
    public <T> T call(Command<T> command) {
        return withDeadline(deadline -> call(command, deadline));
    }

    /** Several calls under one deadline. */
    public <T> T withDeadline(Function<Deadline, T> calls) {
        Deadline deadline = deadlines.begin();
        try {
            return calls.apply(deadline);
        } finally {
            deadline.end();
        }
    }

    /** @throws StoreUnavailable if Redis did not answer by {@code deadline}, or refused */
    public <T> T call(Command<T> command, Deadline deadline) {
        return answered(() -> redirected(command, deadline));
    }

    /** Every server that has a slot, as far as is known now. */
    public Set<HostAndPort> nodes() {
        return topology.inUse();
    }

    /**
     * Who has which slots now.
     *
     * @throws StoreUnavailable if no server says so by its deadline
     */
    public SlotLayout layout() {
        return answered(topology::layout);
    }

    /**
     * Asks one server about what it has itself.
     *
     * @throws StoreUnavailable if it did not answer by the deadline, or refused
     */
    public <T> T callNode(HostAndPort server, Command<T> command) {
        return withDeadline(deadline -> answered(() -> topology.at(server).ask(command, false, deadline)));
    }

    @Override
    public void check() {
        call(CHECK);
    }

    @Override
    public void close() {
        topology.close();
        deadlines.close();
    }

    private <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (NodeUnreachable e) {
            topology.doubt();
            // Without the cause: it tells nothing more.
            throw new StoreUnavailable("Redis: " + e.getMessage());
        } catch (AuthenticationFailed e) {
            throw new StoreUnavailable("Redis does not let this node in any more");
        } catch (JedisDataException e) {
            if (RedisErrors.isOfAnotherType(e)) {
                throw new UnreadableValue();
            }
            // Without the cause: the server's messages repeat what it was given.
            throw new StoreUnavailable("Redis refused (" + RedisErrors.code(e) + ")");
        }
    }

    private <T> T redirected(Command<T> command, Deadline deadline) {
        NodePool server = topology.serving(command.slot());
        boolean asking = false;
        for (int redirections = 0; redirections < MOST_REDIRECTIONS; redirections++) {
            try {
                return server.ask(command, asking, deadline);
            } catch (JedisMovedDataException e) {
                topology.moved(command.slot(), target(e));
                server = topology.at(target(e));
                asking = false;
            } catch (JedisAskDataException e) {
                server = topology.at(target(e));
                asking = true;
            }
        }
        throw new NodeUnreachable("the servers of the cluster do not agree about a slot");
    }

    /** A server that does not know its own name leaves it out. */
    private HostAndPort target(JedisRedirectionException redirection) {
        HostAndPort target = redirection.getTargetNode();
        return target.getHost().isEmpty() ? new HostAndPort(topology.seed().getHost(), target.getPort()) : target;
    }
}
