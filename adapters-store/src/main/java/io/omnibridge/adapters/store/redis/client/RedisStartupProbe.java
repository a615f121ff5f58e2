package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Start-up check: waits until Redis lets this process in and every node serves, and checks the rights of the user. A server
 * that rejects CLUSTER SLOTS is a single server.
 */
final class RedisStartupProbe {

    private static final Logger LOG = LoggerFactory.getLogger(RedisStartupProbe.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Error codes that only another setting can cure. */
    private static final Set<String> ACCESS_DENIED = Set.of("NOAUTH", "WRONGPASS");

    private final RedisSettings settings;
    private final Topology topology;
    private final Deadlines deadlines;
    private final Clock clock;

    RedisStartupProbe(RedisSettings settings, Topology topology, Deadlines deadlines, Clock clock) {
        this.settings = settings;
        this.topology = topology;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @throws StoreCannotStart if a setting is wrong, a right is missing, or Redis was not ready within the start timeout */
    void awaitReady() {
        Optional<String> obstacle = obstacle();
        if (obstacle.isEmpty()) {
            return;
        }
        Duration timeout = settings.limits().startTimeout();
        LOG.info("Redis cannot be used yet ({}); waiting for it for up to {} s", obstacle.get(), timeout.toSeconds());
        Instant end = clock.instant().plus(timeout);
        do {
            if (!clock.instant().isBefore(end)) {
                throw new StoreCannotStart("OMNIBRIDGE_REDIS_URL: " + obstacle.get());
            }
            pause();
            obstacle = obstacle();
        } while (obstacle.isPresent());
    }

    /** Returns why Redis cannot be used now; empty if it can. */
    private Optional<String> obstacle() {
        try (StoreDeadline deadline = deadlines.start()) {
            if (!hasSlots(deadline)) {
                return Optional.of("the server is not ready to serve: it is a cluster without assigned slots");
            }
            new RightsCheck(topology, deadlines).require();
            return Optional.empty();
        } catch (NodeUnreachable e) {
            return Optional.of("the server cannot be reached: " + e.getMessage()
                    + ": check host, port, TLS (redis:// or rediss://) and OMNIBRIDGE_REDIS_CA, and that the"
                    + " server runs");
        } catch (AuthenticationFailed e) {
            throw new StoreCannotStart("OMNIBRIDGE_REDIS_URL: " + e.inWords());
        } catch (JedisDataException e) {
            return Optional.of("the server is not ready to serve: " + RedisErrors.inWords(e));
        }
    }

    /** Returns whether this is a single server, or a cluster whose slots are assigned. */
    private boolean hasSlots(StoreDeadline deadline) {
        try {
            List<SlotRange> ranges = topology.node(topology.seed()).call(SlotRange.CLUSTER_SLOTS, false, deadline);
            topology.set(ranges, topology.seed());
            requireAllowed();
            return !ranges.isEmpty();
        } catch (JedisDataException e) {
            if (RedisErrors.isNoPermission(e)) {
                throw RightsCheck.refusal("run CLUSTER SLOTS");
            }
            if (ACCESS_DENIED.contains(RedisErrors.code(e))) {
                throw new StoreCannotStart("OMNIBRIDGE_REDIS_URL: " + RedisErrors.inWords(e));
            }
            if (!RedisErrors.isNoCluster(e)) {
                throw e;
            }
            return true;
        }
    }

    private void requireAllowed() {
        if (!topology.addresses().stream().allMatch(settings::allows)) {
            throw new StoreCannotStart(
                    "OMNIBRIDGE_REDIS_URL: the cluster leads beyond loopback without TLS: use rediss://,"
                            + " or set OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts");
        }
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
