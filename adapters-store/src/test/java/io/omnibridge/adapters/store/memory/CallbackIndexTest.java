package io.omnibridge.adapters.store.memory;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.Race;
import io.omnibridge.application.port.Samples;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The index has an entry for each attempt that is stored, and keeps nothing of refused, raced and removed ones. */
@Tag("A22")
class CallbackIndexTest {

    private final MemoryStore memory = new MemoryStore(Clock.systemUTC());
    private final ConnectAttempts attempts = memory.ports().attempts();

    private boolean begin(ConnectAttempt attempt, int maxOpen) {
        return attempts.begin(
                attempt, maxOpen, AuditedAction.of(ActionKind.CONNECT, caller(attempt.owner()), Samples.REQUEST, NOW));
    }

    @Test
    void refused_attempts_leave_no_entry() {
        begin(attempt(ALICE, NOW), 1);

        for (int i = 0; i < 1_000; i++) {
            assertFalse(begin(attempt(ALICE, NOW), 1));
        }

        assertEquals(1, memory.indexedAttempts());
    }

    @Test
    void attempts_that_lost_a_race_leave_no_entry() throws Exception {
        int begun = 0;
        for (int round = 0; round < 50; round++) {
            List<Boolean> results = Race.of(8, i -> begin(attempt(ALICE, NOW), 1_000));
            begun += Collections.frequency(results, true);
        }

        assertEquals(begun, memory.indexedAttempts());
    }

    @Test
    void erased_users_leave_no_entry() {
        for (int i = 0; i < 10; i++) {
            begin(attempt(ALICE, NOW), 20);
        }
        begin(attempt(BOB, NOW), 20);

        memory.ports().scan().erase(ALICE);

        assertEquals(1, memory.indexedAttempts());
    }

    @Test
    void outdated_attempts_are_removed_oldest_first() {
        CallbackIndex index = new CallbackIndex();
        List<ConnectAttempt> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(attempt(ALICE, NOW.plusSeconds(i)));
        }
        Collections.shuffle(added);
        added.forEach(index::add);
        index.remove(added.get(0));
        added.remove(0);

        List<Long> removed = new ArrayList<>();
        index.removeOutdated(
                NOW.plusSeconds(3), entry -> removed.add(entry.begunAt().getEpochSecond()));

        assertEquals(
                added.stream()
                        .map(attempt -> attempt.begunAt().getEpochSecond())
                        .filter(second -> second < NOW.getEpochSecond() + 3)
                        .sorted()
                        .toList(),
                removed);
        assertEquals(added.size() - removed.size(), index.size());
    }
}
