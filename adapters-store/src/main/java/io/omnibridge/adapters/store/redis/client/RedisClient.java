package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.spi.StoreConnection;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
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
 * Client of one Redis, a single server or a cluster. It sends each command to the node that has the command's slot. Every
 * call ends by its deadline, and a command that is not repeatable is sent at most once. Thread-safe.
 *
 * <p>A call throws {@link StoreUnavailable} if Redis did not reply by the deadline or replied with an error, and
 * {@link UnreadableValue} if a key has a value of another type than the command reads. Neither has a cause or a value.
 */
public final class RedisClient implements StoreConnection {

    /** Ends a loop between two nodes that redirect to each other. */
    private static final int MAX_REDIRECTIONS = 5;

    /** Succeeds on a node that serves reads. */
    static final Command<Long> PROBE = Command.onKey(Protocol.Command.EXISTS, "omnibridge:health", Reply::number);

    private final Topology topology;
    private final Deadlines deadlines;

    private RedisClient(Topology topology, Deadlines deadlines) {
        this.topology = topology;
        this.deadlines = deadlines;
    }

    /**
     * Waits until Redis is ready to serve, and finds out whether it is a cluster. Logs a warning for each node that is
     * configured to lose acknowledged writes.
     *
     * @throws StoreCannotStart if a setting is wrong, or Redis was not ready within the start timeout
     */
    public static RedisClient connect(RedisSettings settings, Clock clock) {
        Deadlines deadlines = new Deadlines(settings.limits().deadline(), "omnibridge-redis-deadlines");
        Topology topology = new Topology(settings, deadlines);
        RedisClient client = new RedisClient(topology, deadlines);
        try {
            new RedisStartupProbe(settings, topology, deadlines, clock).awaitReady();
            new DurabilityCheck(topology, deadlines).logWarnings();
            return client;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Makes one call with a deadline of its own. */
    public <T> T call(Command<T> command) {
        return withDeadline(deadline -> call(command, deadline));
    }

    /** Makes several calls that share one deadline, which begins now. */
    public <T> T withDeadline(Function<StoreDeadline, T> calls) {
        try (StoreDeadline deadline = deadlines.start()) {
            return calls.apply(deadline);
        }
    }

    /** Makes one of the calls of {@link #withDeadline}. */
    public <T> T call(Command<T> command, StoreDeadline deadline) {
        return translatingErrors(() -> followingRedirections(command, deadline));
    }

    /**
     * Makes two of the calls of {@link #withDeadline}, in this order, and returns the reply to the second. A single server needs one
     * round trip for both. If the first fails, the second may have taken place.
     *
     * @param first runs no script
     */
    public <T> T callBoth(Command<?> first, Command<T> second, StoreDeadline deadline) {
        if (topology.isSingleServer()) {
            return call(second.after(first), deadline);
        }
        call(first, deadline);
        return call(second, deadline);
    }

    /** Sends the command to this node regardless of its slot, and follows no redirection. */
    public <T> T callNode(HostAndPort node, Command<T> command) {
        return withDeadline(
                deadline -> translatingErrors(() -> topology.node(node).call(command, false, deadline)));
    }

    /** Returns every node that has a slot, as far as this client knows. Sends nothing. */
    public Set<HostAndPort> nodes() {
        return topology.addresses();
    }

    /** Asks the cluster which node has which slots. */
    public SlotLayout layout() {
        return translatingErrors(topology::readLayout);
    }

    @Override
    public void check() {
        call(PROBE);
    }

    @Override
    public void close() {
        topology.close();
        deadlines.close();
    }

    private <T> T translatingErrors(Supplier<T> call) {
        try {
            return call.get();
        } catch (NodeUnreachable e) {
            topology.refreshInBackground();
            throw new StoreUnavailable("Redis: " + e.getMessage());
        } catch (AuthenticationFailed e) {
            throw new StoreUnavailable("Redis: " + e.inWords());
        } catch (JedisDataException e) {
            if (RedisErrors.isWrongType(e)) {
                throw new UnreadableValue();
            }
            throw new StoreUnavailable("Redis: " + RedisErrors.inWords(e));
        }
    }

    private <T> T followingRedirections(Command<T> command, StoreDeadline deadline) {
        NodePool node = topology.nodeOf(command.slot());
        boolean asking = false;
        for (int redirections = 0; redirections < MAX_REDIRECTIONS; redirections++) {
            try {
                return node.call(command, asking, deadline);
            } catch (JedisMovedDataException e) {
                topology.moved(command.slot(), target(e));
                node = topology.node(target(e));
                asking = false;
            } catch (JedisAskDataException e) {
                node = topology.node(target(e));
                asking = true;
            }
        }
        throw new NodeUnreachable("the servers of the cluster do not agree about a slot");
    }

    /** A node that does not know its own host name leaves it out. */
    private HostAndPort target(JedisRedirectionException redirection) {
        HostAndPort target = redirection.getTargetNode();
        return target.getHost().isEmpty() ? new HostAndPort(topology.seed().getHost(), target.getPort()) : target;
    }
}
