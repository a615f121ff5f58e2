package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadline;
import io.omnibridge.adapters.store.deadline.Deadlines;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Which server has which hash slot: one has all of them, unless this is a cluster. Thread-safe.
 *
 * <p>What is known may be out of date at any time. Redirections correct it slot by slot, and each of them, or a server
 * that does not answer, makes a thread in the background ask the cluster anew.
 */
final class Topology implements AutoCloseable {

    private final RedisSettings settings;
    private final Deadlines deadlines;
    private final ConcurrentMap<HostAndPort, NodePool> servers = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<HostAndPort> slots = new AtomicReferenceArray<>(SlotRange.SLOTS);
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(Topology::daemon);

    /** Until it is told otherwise, the server that the URL names has every slot. */
    Topology(RedisSettings settings, Deadlines deadlines) {
        this.settings = settings;
        this.deadlines = deadlines;
        learnThatThereIsOne();
    }

    /** The server that the URL names. */
    HostAndPort seed() {
        return settings.url().address();
    }

    NodePool serving(int slot) {
        return at(slots.get(slot));
    }

    /** @throws NodeUnreachable if it may not be talked to in the clear */
    NodePool at(HostAndPort address) {
        return servers.computeIfAbsent(address, this::admitted);
    }

    /** Every server that has a slot. */
    Set<HostAndPort> inUse() {
        Set<HostAndPort> all = new HashSet<>();
        for (int slot = 0; slot < SlotRange.SLOTS; slot++) {
            all.add(slots.get(slot));
        }
        return all;
    }

    /**
     * Who has which slots now, as one of the servers says.
     *
     * @throws NodeUnreachable if none does
     */
    SlotLayout layout() {
        return askAnyone().orElseThrow(() -> new NodeUnreachable("no server says who has which slots"));
    }

    void moved(int slot, HostAndPort to) {
        slots.set(slot, to);
        doubt();
    }

    /** What is known may be wrong: asks anew, unless somebody does already. */
    void doubt() {
        if (refreshing.compareAndSet(false, true)) {
            try {
                background.execute(this::refresh);
            } catch (RejectedExecutionException e) {
                // It is closed.
                refreshing.set(false);
            }
        }
    }

    /** Takes over what the server at {@code asked} said of its cluster. */
    void learn(List<SlotRange> ranges, HostAndPort asked) {
        for (SlotRange range : ranges) {
            for (int slot = range.first(); slot <= range.last(); slot++) {
                slots.set(slot, range.addressSeenFrom(asked));
            }
        }
        Set<HostAndPort> inUse = inUse();
        servers.forEach((address, server) -> {
            if (!inUse.contains(address) && servers.remove(address, server)) {
                server.close();
            }
        });
    }

    @Override
    public void close() {
        background.shutdownNow();
        servers.values().forEach(NodePool::close);
    }

    private NodePool admitted(HostAndPort address) {
        if (!settings.admit(address)) {
            throw new NodeUnreachable("the cluster leads beyond loopback without TLS");
        }
        return new NodePool(address, settings);
    }

    private void refresh() {
        try {
            askAnyone();
        } finally {
            refreshing.set(false);
        }
    }

    /** Always in the same order, so that what several of them say differently changes as seldom as possible. */
    private Optional<SlotLayout> askAnyone() {
        Set<HostAndPort> known = inUse();
        known.add(seed());
        return known.stream()
                .sorted(Comparator.comparing(HostAndPort::toString))
                .map(this::learnFrom)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<SlotLayout> learnFrom(HostAndPort address) {
        Deadline deadline = deadlines.begin();
        try {
            List<SlotRange> ranges = at(address).ask(SlotRange.QUESTION, false, deadline);
            learn(ranges, address);
            return Optional.of(SlotLayout.of(ranges, address)).filter(SlotLayout::isServed);
        } catch (JedisDataException e) {
            return RedisErrors.isOfNoCluster(e) ? Optional.of(learnThatThereIsOne()) : Optional.empty();
        } catch (NodeUnreachable | AuthenticationFailed e) {
            return Optional.empty();
        } finally {
            deadline.end();
        }
    }

    private SlotLayout learnThatThereIsOne() {
        List<SlotRange> all = List.of(new SlotRange(0, SlotRange.SLOTS - 1, seed().getHost(), seed().getPort()));
        learn(all, seed());
        return SlotLayout.of(all, seed());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "omnibridge-redis-topology");
        thread.setDaemon(true);
        return thread;
    }
}
