package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.deadline.Deadlines;
import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Start-up check of the rights of the Redis user: it sends each kind of command once to each node, in a form that changes nothing.
 * An ACL is not replicated, so each node may have another one.
 */
final class RightsCheck {

    private final Topology topology;
    private final Deadlines deadlines;

    RightsCheck(Topology topology, Deadlines deadlines) {
        this.topology = topology;
        this.deadlines = deadlines;
    }

    /**
     * Checks every node.
     *
     * @throws StoreCannotStart if a right is missing; the message names the commands, or the keys, and the rights to give
     * @throws JedisDataException if a node cannot serve writes now
     * @throws NodeUnreachable if a node did not reply
     */
    void require() {
        topology.addresses().forEach(this::require);
    }

    /** Returns the refusal to start where the user may not do {@code what}. */
    static StoreCannotStart refusal(String what) {
        return new StoreCannotStart("OMNIBRIDGE_REDIS_URL: the Redis user may not " + what
                + " (NOPERM): give it the rights " + RequiredCommand.RIGHTS);
    }

    private void require(HostAndPort node) {
        List<String> refused = required()
                .filter(command -> isRefused(node, command, true))
                .map(RequiredCommand::name)
                .toList();
        if (!refused.isEmpty()) {
            throw refusal("run " + String.join(", ", refused));
        }
        String keys = RequiredCommand.KEYS.stream()
                .filter(key -> RequiredCommand.onKey(key).stream().anyMatch(command -> isRefused(node, command, false)))
                .map(key -> key.replaceFirst("\\{?rights.*", "*"))
                .collect(Collectors.joining(", "));
        if (!keys.isEmpty()) {
            throw refusal("use the keys " + keys);
        }
    }

    private Stream<RequiredCommand> required() {
        return topology.addresses().size() > 1
                ? Stream.concat(RequiredCommand.ALL.stream(), Stream.of(RequiredCommand.IN_CLUSTERS))
                : RequiredCommand.ALL.stream();
    }

    /** @param asCommand whether to ask for the right to the command, rather than for the right to its key */
    private boolean isRefused(HostAndPort node, RequiredCommand required, boolean asCommand) {
        try (StoreDeadline deadline = deadlines.start()) {
            topology.node(node).call(required.command(), false, deadline);
            return false;
        } catch (JedisDataException e) {
            if (RedisErrors.isNoPermission(e)) {
                return RedisErrors.isNoPermissionToRun(e) == asCommand;
            }
            if (RedisErrors.isOutOfService(e)) {
                throw e;
            }
            // Any other error comes after the check of rights.
            return false;
        }
    }
}
