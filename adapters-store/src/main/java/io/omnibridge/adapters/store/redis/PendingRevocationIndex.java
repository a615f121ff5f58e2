package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Index of users who may have pending revocations, so that no scan has to look at every user: a few sorted sets of users, each
 * in a slot of its own.
 *
 * <p>A user's place in a set is the time in microseconds at which the user was last added, and no two users of a set have the same
 * place. Places only grow, so a scan in their order misses no user who stays. A user is added before each pending revocation is
 * stored, and once more after it. A user is removed only if the place is still the one that was read before the user turned out to
 * have no pending revocation; and, unless the user was erased, only if that place is so old that no write can be under way.
 */
final class PendingRevocationIndex {

    /** How many sets there are. It never changes: a user would be searched for in another set. */
    static final int PARTS = 16;

    private static final String KEY = "omnibridge:pending_revocation_users:";

    /** Begins with a removal, as {@link WriteScript} does: an unlink adds to the index, and works when the memory is full. */
    private static final Script ADD = Script.writing("""
            local users = unpack(KEYS)
            local user = unpack(ARGV)
            redis.call('ZREM', users, '')
            local last = redis.call('ZREVRANGE', users, 0, 0, 'WITHSCORES')
            local time = redis.call('TIME')
            local place = tonumber(time[1]) * 1000000 + tonumber(time[2])
            if last[2] and tonumber(last[2]) >= place then
              place = tonumber(last[2]) + 1
            end
            redis.call('ZADD', users, string.format('%.0f', place), user)
            return 1
            """);

    private static final Script PAGE = Script.reading("""
            local users = unpack(KEYS)
            local after, limit = unpack(ARGV)
            return redis.call('ZRANGEBYSCORE', users, after, '+inf', 'WITHSCORES', 'LIMIT', 0, limit)
            """);

    private static final Script PLACE = Script.reading("""
            local users = unpack(KEYS)
            local user = unpack(ARGV)
            return redis.call('ZSCORE', users, user) or ''
            """);

    private static final Script REMOVE = Script.writing("""
            local users = unpack(KEYS)
            local user, expected_place, min_age = unpack(ARGV)
            local place = redis.call('ZSCORE', users, user)
            local now = tonumber(redis.call('TIME')[1]) * 1000000
            if place and place == expected_place and tonumber(place) + tonumber(min_age) <= now then
              return redis.call('ZREM', users, user)
            end
            return 0
            """);

    /** One hour in microseconds: no write takes that long. */
    private static final String MIN_AGE = "3600000000";

    /** Less than the second to which {@code now} is truncated, so that any place is old enough. */
    private static final String ANY_AGE = "-2000000";

    private PendingRevocationIndex() {}

    static Command<Long> add(UserId user) {
        return ADD.onKeys(List.of(key(user)), List.of(UserKeys.encoded(user)), Reply::number);
    }

    /** Reads users of one part behind {@code place}, or from the beginning if that is empty. */
    static Command<List<IndexedUser>> page(int part, String place, int limit) {
        return PAGE.onKeys(
                List.of(KEY + part),
                List.of(place.isEmpty() ? "-inf" : "(" + place, limit),
                PendingRevocationIndex::entries);
    }

    /** Reads the place of the user; empty if the user is not in the index. */
    static Command<String> place(UserId user) {
        return PLACE.onKeys(List.of(key(user)), List.of(UserKeys.encoded(user)), Reply::text);
    }

    /** Removes a user without pending revocations, if the place is the one that was read before, and old. */
    static Command<Long> remove(int part, IndexedUser read) {
        return REMOVE.onKeys(List.of(KEY + part), List.of(read.encodedUser(), read.place(), MIN_AGE), Reply::number);
    }

    /** Removes a user who was erased, if the place is the one that was read before. */
    static Command<Long> removeErased(UserId user, String place) {
        return REMOVE.onKeys(List.of(key(user)), List.of(UserKeys.encoded(user), place, ANY_AGE), Reply::number);
    }

    private static String key(UserId user) {
        return KEY + Math.floorMod(user.value().hashCode(), PARTS);
    }

    private static List<IndexedUser> entries(Reply reply) {
        List<Reply> usersAndPlaces = reply.list();
        return IntStream.range(0, usersAndPlaces.size() / 2)
                .mapToObj(i -> new IndexedUser(
                        usersAndPlaces.get(2 * i).text(),
                        usersAndPlaces.get(2 * i + 1).text()))
                .toList();
    }
}
