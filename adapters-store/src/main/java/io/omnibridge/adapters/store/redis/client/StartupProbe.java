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
 * Waits, at the start and for a bounded time, until Redis lets this node in, and finds out whether it is a cluster: whoever
 * is none does not know the question.
 */
final class StartupProbe {

    private static final Logger LOG = LoggerFactory.getLogger(StartupProbe.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Whoever enters may not: only another setting can help. */
    private static final Set<String> REFUSED_ENTRY = Set.of("NOAUTH", "WRONGPASS", "NOPERM");

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

    /** @throws StoreCannotStart if waiting would not help, or did not help for as long as the settings say */
    void await() {
        if (reached()) {
            return;
        }
        Duration patience = settings.limits().startTimeout();
        LOG.info("Redis cannot be reached yet; waiting for it for up to {} s", patience.toSeconds());
        Instant end = clock.instant().plus(patience);
        do {
            if (!clock.instant().isBefore(end)) {
                throw new StoreCannotStart(
                        "OMNIBRIDGE_REDIS_URL: the server cannot be reached, or is not ready to serve:"
                                + " check host, port and TLS, and that the server runs");
            }
            pause();
        } while (!reached());
    }

    private boolean reached() {
        Deadline deadline = deadlines.begin();
        try {
            return isWhole(deadline) && topology.inUse().stream().allMatch(server -> serves(server, deadline));
        } catch (NodeUnreachable e) {
            return false;
        } catch (AuthenticationFailed e) {
            throw entryRefused();
        } finally {
            deadline.end();
        }
    }

    /** Whether this is a single server, or a cluster whose slots are known from now on. */
    private boolean isWhole(Deadline deadline) {
        try {
            List<SlotRange> ranges = topology.at(topology.seed()).ask(SlotRange.QUESTION, false, deadline);
            topology.learn(ranges, topology.seed());
            requireAdmission();
            return !ranges.isEmpty();
        } catch (JedisDataException e) {
            if (REFUSED_ENTRY.contains(RedisErrors.code(e))) {
                throw entryRefused();
            }
            return RedisErrors.isOfNoCluster(e);
        }
    }

    private void requireAdmission() {
        if (!topology.inUse().stream().allMatch(settings::admit)) {
            throw new StoreCannotStart(
                    "OMNIBRIDGE_REDIS_URL: the cluster leads beyond loopback without TLS: use rediss://,"
                            + " or set OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts");
        }
    }

    /** Who names another server for the key is as ready to serve as who answers. */
    private boolean serves(HostAndPort server, Deadline deadline) {
        try {
            topology.at(server).ask(RedisClient.CHECK, false, deadline);
            return true;
        } catch (JedisRedirectionException e) {
            return true;
        } catch (JedisDataException e) {
            return false;
        }
    }

    private static StoreCannotStart entryRefused() {
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
