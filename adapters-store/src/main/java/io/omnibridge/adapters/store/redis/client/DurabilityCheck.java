package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadline;
import io.omnibridge.adapters.store.deadline.Deadlines;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/** Looks, at the start, whether the servers are set up to keep what they acknowledge, and says what to set where not. */
final class DurabilityCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DurabilityCheck.class);

    private final Topology topology;
    private final Deadlines deadlines;

    DurabilityCheck(Topology topology, Deadlines deadlines) {
        this.topology = topology;
        this.deadlines = deadlines;
    }

    /** Advises; where the servers do not tell, says so once. */
    void give() {
        try {
            topology.inUse().forEach(this::giveFor);
        } catch (NodeUnreachable | AuthenticationFailed | JedisDataException e) {
            LOG.info(
                    "Redis does not tell its settings: see to it that it runs with appendonly yes, appendfsync always or"
                            + " everysec, and maxmemory-policy noeviction");
        }
    }

    private void giveFor(HostAndPort server) {
        if (setting(server, "appendonly").equals(Optional.of("no"))) {
            LOG.warn(
                    "Redis at {} keeps nothing on disk that was acknowledged since its last snapshot: set appendonly yes,"
                            + " and appendfsync always or everysec",
                    server);
        }
        if (!setting(server, "maxmemory-policy").equals(Optional.of("noeviction"))) {
            LOG.warn("Redis at {} may evict accounts when its memory is full: set maxmemory-policy noeviction", server);
        }
    }

    private Optional<String> setting(HostAndPort server, String name) {
        Command<Optional<String>> question =
                Command.onNode(Protocol.Command.CONFIG, reply -> value(reply.list()), "GET", name);
        Deadline deadline = deadlines.begin();
        try {
            return topology.at(server).ask(question, false, deadline);
        } finally {
            deadline.end();
        }
    }

    private static Optional<String> value(List<Reply> nameAndValue) {
        return nameAndValue.size() < 2 ? Optional.empty() : nameAndValue.get(1).optionalText();
    }
}
