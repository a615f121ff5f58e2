package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadline;
import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Start-up check: waits until Redis lets this process in and every node serves. A server that rejects CLUSTER SLOTS is a
 * single server.
 */
final class StartupProbe {

    private static final Logger LOG = LoggerFactory.getLogger(StartupProbe.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Error codes that only another setting can cure. */
    private static final Set<String> ACCESS_DENIED = Set.of("NOAUTH", "WRONGPASS", "NOPERM");

    private final RedisSettings settings;
    private final Topology topology;
    private final Deadlines deadlines;
    private final Clock clock;

    StartupProbe(RedisSettings settings, Topology topology, Deadlines deadlines, Clock clock) {
        this.settings = settings;
        this.topology = topology;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @throws StoreCannotStart if a setting is wrong, or Redis was not ready within the start timeout */
    void awaitReady() {
        if (isReady()) {
            return;
        }
        Duration timeout = settings.limits().startTimeout();
        LOG.info("Redis cannot be reached yet; waiting for it for up to {} s", timeout.toSeconds());
        Instant end = clock.instant().plus(timeout);
        do {
            if (!clock.instant().isBefore(end)) {
                throw new StoreCannotStart(
                        "OMNIBRIDGE_REDIS_URL: the server cannot be reached, or is not ready to serve:"
                                + " check host, port and TLS, and that the server runs");
            }
            pause();
        } while (!isReady());
    }

    private boolean isReady() {
        try (Deadline deadline = deadlines.start()) {
            return readTopology(deadline) && topology.addresses().stream().allMatch(node -> serves(node, deadline));
        } catch (NodeUnreachable e) {
            return false;
        } catch (AuthenticationFailed e) {
            throw accessDenied();
        }
    }

    /** Returns whether this is a single server, or a cluster whose slots are assigned. */
    private boolean readTopology(Deadline deadline) {
        try {
            List<SlotRange> ranges = topology.node(topology.seed()).call(SlotRange.CLUSTER_SLOTS, false, deadline);
            topology.set(ranges, topology.seed());
            requireAllowed();
            return !ranges.isEmpty();
        } catch (JedisDataException e) {
            if (ACCESS_DENIED.contains(RedisErrors.code(e))) {
                throw accessDenied();
            }
            return RedisErrors.isNoCluster(e);
        }
    }

    private void requireAllowed() {
        if (!topology.addresses().stream().allMatch(settings::allows)) {
            throw new StoreCannotStart(
                    "OMNIBRIDGE_REDIS_URL: the cluster leads beyond loopback without TLS: use rediss://,"
                            + " or set OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts");
        }
    }

    /** A node that redirects the probe serves other slots, and so is ready. */
    private boolean serves(HostAndPort node, Deadline deadline) {
        try {
            topology.node(node).call(RedisClient.PROBE, false, deadline);
            return true;
        } catch (JedisRedirectionException e) {
            return true;
        } catch (JedisDataException e) {
            return false;
        }
    }

    private static StoreCannotStart accessDenied() {
        return new StoreCannotStart(
                "OMNIBRIDGE_REDIS_URL: the server refused the user, the password or the database in it"
                        + " (the user needs CLUSTER SLOTS too)");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreCannotStart("the start was interrupted while it waited for Redis");
        }
    }
}
