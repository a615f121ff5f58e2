package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.deadline.StoreDeadline;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/** Start-up check whether the nodes are configured to keep the writes that they acknowledge. It never stops a start. */
final class DurabilityCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DurabilityCheck.class);

    private final Topology topology;
    private final Deadlines deadlines;

    DurabilityCheck(Topology topology, Deadlines deadlines) {
        this.topology = topology;
        this.deadlines = deadlines;
    }

    /** Logs what to set on which node. Logs one line of advice if the nodes do not show their configuration. */
    void logWarnings() {
        try {
            topology.addresses().forEach(this::logWarnings);
        } catch (NodeUnreachable | AuthenticationFailed | JedisDataException e) {
            LOG.info("Redis does not show its configuration: make sure that it runs with appendonly yes,"
                    + " appendfsync always or everysec, and maxmemory-policy noeviction");
        }
    }

    private void logWarnings(HostAndPort node) {
        if (parameter(node, "appendonly").equals(Optional.of("no"))) {
            LOG.warn(
                    "Redis at {} loses every write since its last snapshot when it stops: set appendonly yes,"
                            + " and appendfsync always or everysec",
                    node);
        }
        if (!parameter(node, "maxmemory-policy").equals(Optional.of("noeviction"))) {
            LOG.warn("Redis at {} may evict accounts when its memory is full: set maxmemory-policy noeviction", node);
        }
    }

    private Optional<String> parameter(HostAndPort node, String name) {
        Command<Optional<String>> configGet =
                Command.onNode(Protocol.Command.CONFIG, reply -> value(reply.list()), "GET", name);
        try (StoreDeadline deadline = deadlines.start()) {
            return topology.node(node).call(configGet, false, deadline);
        }
    }

    private static Optional<String> value(List<Reply> nameAndValue) {
        return nameAndValue.size() < 2 ? Optional.empty() : nameAndValue.get(1).optionalText();
    }
}
