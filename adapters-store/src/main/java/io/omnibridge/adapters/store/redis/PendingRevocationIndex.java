package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who may have obligations, so that nobody has to look at every user: a few sorted sets of users, each in a slot of its own.
 *
 * <p>A user's place in a set is the time in microseconds at which the user last was put there, and no two users of a set have
 * the same. Places only ever grow, so whoever goes through a set by them passes over nobody who stays. A user is put there
 * before each obligation comes to be and once more after it, and is taken away only if the place is still the one that was
 * seen before the user had none; without an erasure, only when it is so old that no write can be under way.
 */
final class PendingRevocationIndex {

    /** How many sets there are. It never changes: a user would be looked for in another set. */
    static final int PARTS = 16;

    private static final String KEY = "omnibridge:owing:";

    private static final Script ADD = Script.writing("""
            local last = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
            local time = redis.call('TIME')
            local place = tonumber(time[1]) * 1000000 + tonumber(time[2])
            if last[2] and tonumber(last[2]) >= place then
              place = tonumber(last[2]) + 1
            end
            redis.call('ZADD', KEYS[1], string.format('%.0f', place), ARGV[1])
            return 1
            """);

    private static final Script PAGE = Script.reading("""
            return redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])
            """);

    private static final Script PLACE = Script.reading("""
            return redis.call('ZSCORE', KEYS[1], ARGV[1]) or ''
            """);

    private static final Script REMOVE = Script.writing("""
            local place = redis.call('ZSCORE', KEYS[1], ARGV[1])
            local now = tonumber(redis.call('TIME')[1]) * 1000000
            if place and place == ARGV[2] and tonumber(place) + tonumber(ARGV[3]) <= now then
              return redis.call('ZREM', KEYS[1], ARGV[1])
            end
            return 0
            """);

    /** No write is under way any more that began so long ago, in microseconds. */
    private static final String LONG_AGO = "3600000000";

    private static final String AT_ONCE = "-2000000";

    private PendingRevocationIndex() {}

    /** A user in the index. */
    record Entry(String encodedUser, String place) {}

    static Command<Long> add(UserId user) {
        return ADD.onKeys(List.of(key(user)), List.of(UserKeys.encoded(user)), Reply::number);
    }

    /** Users of one part behind {@code place}, or from the beginning where that is empty. */
    static Command<List<Entry>> page(int part, String place, int limit) {
        return PAGE.onKeys(
                List.of(KEY + part),
                List.of(place.isEmpty() ? "-inf" : "(" + place, limit),
                PendingRevocationIndex::entries);
    }

    /** Empty when the user is not there. */
    static Command<String> place(UserId user) {
        return PLACE.onKeys(List.of(key(user)), List.of(UserKeys.encoded(user)), Reply::text);
    }

    /** Takes away who has nothing, if the place is the one that was seen before that, and old. */
    static Command<Long> remove(int part, Entry seen) {
        return REMOVE.onKeys(List.of(KEY + part), List.of(seen.encodedUser(), seen.place(), LONG_AGO), Reply::number);
    }

    /** Takes away who was erased, if the place is the one that was seen before that. */
    static Command<Long> removeErased(UserId user, String place) {
        return REMOVE.onKeys(List.of(key(user)), List.of(UserKeys.encoded(user), place, AT_ONCE), Reply::number);
    }

    private static String key(UserId user) {
        return KEY + Math.floorMod(user.value().hashCode(), PARTS);
    }

    private static List<Entry> entries(Reply reply) {
        List<Reply> usersAndPlaces = reply.list();
        return IntStream.range(0, usersAndPlaces.size() / 2)
                .mapToObj(i -> new Entry(
                        usersAndPlaces.get(2 * i).text(),
                        usersAndPlaces.get(2 * i + 1).text()))
                .toList();
    }
}
