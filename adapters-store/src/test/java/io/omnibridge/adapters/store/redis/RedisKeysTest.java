package io.omnibridge.adapters.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.identity.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.util.JedisClusterCRC16;

@Tag("Z2")
class RedisKeysTest {

    /** Ids with characters that Redis, its clients or its patterns interpret, and ids that look alike. */
    private static final List<String> USERS = List.of(
            "a",
            "A",
            "{a}",
            "{}",
            "}{",
            "{",
            "}",
            "{a}:user",
            "a}:{b",
            "a:b",
            "a:",
            "omnibridge:{a}",
            "*",
            "?",
            "[a]",
            "\\",
            "ann\u00e9",
            "anne\u0301",
            "\u0430",
            "\ud83d\ude00",
            "YQ",
            "a".repeat(255),
            "\ud83d\ude00".repeat(255));

    @Test
    void no_two_users_share_a_key() {
        Set<String> keys = new HashSet<>();
        USERS.forEach(user -> keys.addAll(keys(user)));
        assertEquals(12 * USERS.size(), keys.size());
    }

    @Test
    void all_keys_of_a_user_are_in_one_hash_slot() {
        for (String user : USERS) {
            assertEquals(
                    1,
                    keys(user).stream()
                            .map(JedisClusterCRC16::getSlot)
                            .distinct()
                            .count(),
                    user);
        }
    }

    private static List<String> keys(String user) {
        return UserKeys.of(new UserId(user)).all();
    }
}
