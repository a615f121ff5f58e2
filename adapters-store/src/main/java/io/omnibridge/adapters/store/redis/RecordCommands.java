package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordMac;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import redis.clients.jedis.Protocol;

/** How records are read. */
final class RecordCommands {

    private RecordCommands() {}

    static Command<List<RecordedEvent>> newestFirst(UserId user, long before, int limit) {
        return events(Protocol.Command.XREVRANGE, user, Long.toString(Math.max(before, 1) - 1), "-", limit);
    }

    static Command<List<RecordedEvent>> oldestFirst(UserId user, long after, int limit) {
        return events(Protocol.Command.XRANGE, user, Long.toString(after + 1), "+", limit);
    }

    static Command<RecordHead> head(UserId user) {
        return Command.read(
                Protocol.Command.HMGET,
                UserKeys.of(user).head(),
                reply -> Row.read(() -> head(reply.list(2))),
                "count",
                "mac");
    }

    static RecordHead head(List<Reply> countAndMac) {
        return new RecordHead(
                Long.parseLong(countAndMac.get(0).optionalText().orElse("0")),
                new RecordMac(countAndMac.get(1).optionalBytes().orElseGet(() -> new byte[0])));
    }

    private static Command<List<RecordedEvent>> events(
            Protocol.Command name, UserId user, String from, String to, int limit) {
        return Command.read(
                name,
                UserKeys.of(user).record(),
                reply -> Row.read(() -> reply.list().stream()
                        .map(entry -> EventEntry.event(user, entry))
                        .toList()),
                from,
                to,
                "COUNT",
                limit);
    }
}
