package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import java.util.List;
import redis.clients.jedis.Protocol;

/**
 * Page of keys of one server (SCAN in the manual of Redis). A key that exists from the first page to the last is on at least one of
 * them.
 *
 * @param next cursor of the next page; {@link #BEGINNING} if this is the last
 */
record KeyPage(List<String> keys, String next) {

    static final String BEGINNING = "0";

    /** Reads keys of users, about {@code count} keys of any kind further. */
    static Command<KeyPage> users(String cursor, int count) {
        return Command.onNode(
                Protocol.Command.SCAN,
                KeyPage::of,
                cursor,
                "MATCH",
                UserKeys.ANY_USER,
                "COUNT",
                Integer.toString(count));
    }

    boolean isLast() {
        return next.equals(BEGINNING);
    }

    static KeyPage of(Reply reply) {
        List<Reply> parts = reply.list(2);
        return new KeyPage(
                parts.get(1).list().stream().map(Reply::text).toList(),
                parts.get(0).text());
    }
}
