package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Which node has which hash slot, and the pools of these nodes. A single server has every slot. Thread-safe.
 *
 * <p>The topology may be out of date at any time. A MOVED redirection corrects one slot. Each MOVED, and each node that
 * cannot be reached, also starts a refresh in a background thread.
 */
final class Topology implements AutoCloseable {

    private final RedisSettings settings;
    private final Deadlines deadlines;
    private final ConcurrentMap<HostAndPort, NodePool> nodes = new ConcurrentHashMap<>();
    private final SlotTable slots = new SlotTable();
    private volatile boolean isSingleServer;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(DaemonThreads.named("omnibridge-redis-topology"));

    /** Begins with the seed node as a single server. */
    Topology(RedisSettings settings, Deadlines deadlines) {
        this.settings = settings;
        this.deadlines = deadlines;
        setSingleServer();
    }

    /** Returns the address that the URL names. */
    HostAndPort seed() {
        return settings.url().address();
    }

    /** Returns whether there is no cluster, as far as this client knows. */
    boolean isSingleServer() {
        return isSingleServer;
    }

    /** @throws NodeUnreachable if TLS is required for this node and the URL does not ask for it */
    NodePool nodeOf(int slot) {
        return node(slots.get(slot));
    }

    /** @throws NodeUnreachable if TLS is required for this node and the URL does not ask for it */
    NodePool node(HostAndPort address) {
        return nodes.computeIfAbsent(address, this::newNode);
    }

    /** Returns the address of every node that has a slot. */
    Set<HostAndPort> addresses() {
        return slots.addresses();
    }

    /**
     * Asks the nodes for the layout until one replies, and takes it over.
     *
     * @throws NodeUnreachable if no node replies
     */
    SlotLayout readLayout() {
        return askNodes().orElseThrow(() -> new NodeUnreachable("no server says which server has which slots"));
    }

    /** Takes over a MOVED redirection. */
    void moved(int slot, HostAndPort to) {
        slots.set(slot, to);
        refreshInBackground();
    }

    /** Does nothing while a refresh is under way. */
    void refreshInBackground() {
        if (refreshing.compareAndSet(false, true)) {
            try {
                background.execute(this::refresh);
            } catch (RejectedExecutionException e) {
                // The topology is closed.
                refreshing.set(false);
            }
        }
    }

    /** Takes over a reply to CLUSTER SLOTS, and closes the pools of nodes that no longer have a slot. */
    void set(List<SlotRange> ranges, HostAndPort replied) {
        slots.set(ranges, replied);
        Set<HostAndPort> inUse = addresses();
        nodes.forEach((address, node) -> {
            if (!inUse.contains(address) && nodes.remove(address, node)) {
                node.close();
            }
        });
    }

    @Override
    public void close() {
        background.shutdownNow();
        nodes.values().forEach(NodePool::close);
    }

    private NodePool newNode(HostAndPort address) {
        if (!settings.allows(address)) {
            throw new NodeUnreachable("the cluster leads beyond loopback without TLS");
        }
        return new NodePool(address, settings);
    }

    private void refresh() {
        try {
            askNodes();
        } finally {
            refreshing.set(false);
        }
    }

    /** Asks in a fixed order: nodes may disagree, and the layout must not alternate between their views. */
    private Optional<SlotLayout> askNodes() {
        Set<HostAndPort> known = addresses();
        known.add(seed());
        return known.stream()
                .sorted(Comparator.comparing(HostAndPort::toString))
                .map(this::askNode)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<SlotLayout> askNode(HostAndPort address) {
        try (StoreDeadline deadline = deadlines.start()) {
            List<SlotRange> ranges = node(address).call(SlotRange.CLUSTER_SLOTS, false, deadline);
            isSingleServer = false;
            set(ranges, address);
            return Optional.of(SlotLayout.of(ranges, address)).filter(layout -> !layout.isEmpty());
        } catch (JedisDataException e) {
            return RedisErrors.isNoCluster(e) ? Optional.of(setSingleServer()) : Optional.empty();
        } catch (NodeUnreachable | AuthenticationFailed e) {
            return Optional.empty();
        }
    }

    private SlotLayout setSingleServer() {
        List<SlotRange> all = List.of(new SlotRange(0, SlotRange.SLOTS - 1, seed().getHost(), seed().getPort()));
        set(all, seed());
        isSingleServer = true;
        return SlotLayout.of(all, seed());
    }
}
