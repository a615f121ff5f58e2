package io.omnibridge.adapters.store.redis.client;

import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;

/**
 * Consecutive hash slots, and the primary node that has them: one entry of the reply to CLUSTER SLOTS.
 *
 * @param last inclusive
 * @param host empty when the node that replied does not know its own address
 */
record SlotRange(int first, int last, String host, int port) {

    /** Number of hash slots of every cluster. */
    static final int SLOTS = 16_384;

    static final Command<List<SlotRange>> CLUSTER_SLOTS =
            Command.onNode(Protocol.Command.CLUSTER, SlotRange::ranges, "SLOTS");

    /** Returns the node's address, with the host of {@code replied} where the reply leaves it out. */
    HostAndPort address(HostAndPort replied) {
        return new HostAndPort(host.isEmpty() ? replied.getHost() : host, port);
    }

    private static List<SlotRange> ranges(Reply reply) {
        return reply.list().stream().flatMap(SlotRange::range).toList();
    }

    /** Leaves out a range that has no node. */
    private static Stream<SlotRange> range(Reply reply) {
        List<Reply> range = reply.list();
        if (range.size() < 3) {
            return Stream.empty();
        }
        List<Reply> primary = range.get(2).list();
        return Stream.of(new SlotRange(
                slot(range.get(0)),
                slot(range.get(1)),
                primary.get(0).optionalText().orElse(""),
                Math.toIntExact(primary.get(1).number())));
    }

    private static int slot(Reply reply) {
        if (reply.number() < 0 || reply.number() >= SLOTS) {
            throw new Reply.Unexpected();
        }
        return (int) reply.number();
    }
}
