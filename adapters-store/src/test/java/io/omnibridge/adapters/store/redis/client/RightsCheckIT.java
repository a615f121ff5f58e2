package io.omnibridge.adapters.store.redis.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Redis user with exactly the documented rights suffices, and each right that is missing is named. */
@Tag("P2")
class RightsCheckIT {

    private static final List<String> RIGHTS = List.of(RequiredCommand.RIGHTS.split(" ", -1));

    private static RedisProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = RedisProcess.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void the_documented_rights_suffice_and_the_trial_changes_nothing() {
        assertDoesNotThrow(() -> start(RIGHTS));
        assertEquals("", server.content());
    }

    @Test
    void each_missing_command_is_named_with_the_rights_to_give() {
        for (RequiredCommand command : RequiredCommand.ALL) {
            String right = "+" + command.name().toLowerCase(Locale.ROOT);
            String message = refusal(without(right));

            assertEquals(
                    "OMNIBRIDGE_REDIS_URL: the Redis user may not run " + command.name()
                            + " (NOPERM): give it the rights " + RequiredCommand.RIGHTS,
                    message);
        }
    }

    @Test
    void several_missing_commands_are_named_together() {
        List<String> rights = new ArrayList<>(without("+time"));
        rights.remove("+hset");

        assertTrue(refusal(rights).contains("may not run HSET, TIME (NOPERM)"));
    }

    @Test
    void cluster_slots_is_named_and_the_configuration_is_optional() {
        assertTrue(refusal(without("+cluster|slots")).contains("may not run CLUSTER SLOTS (NOPERM)"));
        assertDoesNotThrow(() -> start(without("+config|get")));
    }

    @Test
    void missing_keys_are_named() {
        List<String> rights = new ArrayList<>(without("~omnibridge:*"));
        rights.add("~omnibridge:{*");
        rights.add("~omnibridge:vault_metadata");

        String message = refusal(rights);

        assertTrue(message.contains("may not use the keys omnibridge:*, omnibridge:callback:*,"), message);
        assertFalse(message.contains("may not run"), message);
    }

    private static List<String> without(String right) {
        return RIGHTS.stream().filter(each -> !each.equals(right)).toList();
    }

    private static String refusal(List<String> rights) {
        return String.valueOf(
                assertThrows(StoreCannotStart.class, () -> start(rights)).getMessage());
    }

    private static void start(List<String> rights) {
        List<String> rules = new ArrayList<>(Arrays.asList("reset", "on", ">secret"));
        rules.addAll(rights);
        server.ask(jedis -> jedis.aclSetUser("vault", rules.toArray(String[]::new)));
        RedisClient.connect(RedisProcess.settings("redis://vault:secret@127.0.0.1:" + server.port()), Clock.systemUTC())
                .close();
    }
}
