package io.omnibridge.adapters.store.redis.client;

import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;

/**
 * Consecutive hash slots, and the server that has them.
 *
 * @param host empty when it is the one that was asked
 */
record SlotRange(int first, int last, String host, int port) {

    /** How many there are: in every cluster the same. */
    static final int SLOTS = 16_384;

    static final Command<List<SlotRange>> QUESTION = Command.onNode(Protocol.Command.CLUSTER, SlotRange::all, "SLOTS");

    HostAndPort addressSeenFrom(HostAndPort asked) {
        return new HostAndPort(host.isEmpty() ? asked.getHost() : host, port);
    }

    private static List<SlotRange> all(Reply reply) {
        return reply.list().stream().flatMap(SlotRange::of).toList();
    }

    private static Stream<SlotRange> of(Reply reply) {
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
