package io.omnibridge.adapters.store.redis;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Redis does for an attempt does not depend on how many attempts the user had. */
@Tag("A26")
class RedisRefusedAttemptIT extends OneRedis {

    private boolean begin(ConnectAttempt attempt, int maxOpen) {
        return ports().attempts()
                .begin(
                        attempt,
                        maxOpen,
                        AuditedAction.of(ActionKind.CONNECT, caller(ALICE), REQUEST, attempt.begunAt()));
    }

    private void beginMany(int count, Instant first) {
        for (int i = 0; i < count; i++) {
            assertTrue(begin(attempt(ALICE, first.plusMillis(i)), Integer.MAX_VALUE));
        }
    }

    /** Returns the names of the commands that {@code step} made Redis carry out, those of scripts included, and how often. */
    private Map<String, Long> commands(Runnable step) {
        server.ask(jedis -> jedis.configResetStat());
        step.run();
        Map<String, Long> calls = new TreeMap<>();
        for (String line :
                server.ask(jedis -> jedis.info("commandstats")).lines().toList()) {
            if (line.startsWith("cmdstat_")) {
                String name = line.substring("cmdstat_".length(), line.indexOf(':'));
                calls.put(name, Long.parseLong(line.replaceFirst("^[^:]*:calls=(\\d+).*$", "$1")));
            }
        }
        calls.keySet().removeAll(Set.of("info", "config", "config|resetstat"));
        return calls;
    }

    @Test
    void a_refused_attempt_costs_the_same_after_ten_and_after_a_thousand_attempts() {
        beginMany(10, NOW);
        begin(attempt(ALICE, NOW), 0);
        Map<String, Long> afterTen = commands(() -> assertFalse(begin(attempt(ALICE, NOW.plusMillis(2_000)), 0)));

        beginMany(990, NOW.plusMillis(10));
        Map<String, Long> afterThousand =
                commands(() -> assertFalse(begin(attempt(ALICE, NOW.plusMillis(2_000)), Integer.MAX_VALUE)));

        assertEquals(afterTen, afterThousand);
        assertEquals(2, afterTen.get("evalsha"));
    }

    @Test
    void an_attempt_after_a_thousand_outdated_ones_removes_a_bounded_number_of_them() {
        beginMany(1_000, NOW);
        Instant later = NOW.plus(Duration.ofMinutes(61));

        Map<String, Long> calls = commands(() -> assertTrue(begin(attempt(ALICE, later), 1)));

        assertEquals(100, calls.get("hdel"));
        assertTrue(begin(attempt(ALICE, later), Integer.MAX_VALUE));
    }
}
