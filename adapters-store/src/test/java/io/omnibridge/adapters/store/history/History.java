package io.omnibridge.adapters.store.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.RequestId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Calls of many threads on one account, with the times at which each began and ended. The audit log says in which order the
 * writes took place. The history is linearizable if that order agrees with real time, and every result with the state at a moment
 * between the beginning and the end of its call.
 */
public final class History {

    private final AtomicLong clock = new AtomicLong();
    private final Collection<Write> writes = new ConcurrentLinkedQueue<>();
    private final Collection<Read> reads = new ConcurrentLinkedQueue<>();

    /** A write that took place, the version that it named (a link names none), and the one that it left behind. */
    private record Write(
            RequestId id, long began, long ended, Optional<AccountVersion> expected, Optional<AccountVersion> after) {}

    private record Read(long began, long ended, Optional<AccountVersion> seen) {}

    /** Runs {@code write}, which returns whether it took place. */
    public void write(
            RequestId id, Optional<AccountVersion> expected, Optional<AccountVersion> after, Supplier<Boolean> write) {
        long began = clock.incrementAndGet();
        if (write.get()) {
            writes.add(new Write(id, began, clock.incrementAndGet(), expected, after));
        }
    }

    public Optional<AccountVersion> read(Supplier<Optional<AccountVersion>> read) {
        long began = clock.incrementAndGet();
        Optional<AccountVersion> seen = read.get();
        reads.add(new Read(began, clock.incrementAndGet(), seen));
        return seen;
    }

    /**
     * Checks the whole history.
     *
     * @param auditLog oldest first
     */
    public void assertLinearizable(List<AuditEvent> auditLog) {
        List<Write> order = inOrderOf(auditLog);
        assertAgreesWithRealTime(order);
        assertAgreesWithAnswers(order, auditLog);
        reads.forEach(read -> assertTrue(couldSee(order, read), "saw what was not there at any moment of it"));
    }

    private static void assertAgreesWithRealTime(List<Write> order) {
        long latestBeginning = 0;
        for (Write write : order) {
            assertTrue(latestBeginning < write.ended(), "took place after one that began when it had ended");
            latestBeginning = Math.max(latestBeginning, write.began());
        }
    }

    private static void assertAgreesWithAnswers(List<Write> order, List<AuditEvent> auditLog) {
        Optional<AccountVersion> state = Optional.empty();
        for (int i = 0; i < order.size(); i++) {
            Write write = order.get(i);
            if (write.expected().isPresent()) {
                assertEquals(write.expected(), state);
            } else {
                assertEquals(state.isEmpty(), auditLog.get(i).outcome() == AuditOutcome.LINKED);
            }
            state = write.after();
        }
    }

    private List<Write> inOrderOf(List<AuditEvent> auditLog) {
        Map<RequestId, Write> byId = new HashMap<>();
        writes.forEach(write -> byId.put(write.id(), write));
        List<Write> order = new ArrayList<>();
        auditLog.forEach(event -> order.add(byId.remove(event.action().requestId())));
        assertEquals(Map.of(), byId, "took place and left no event");
        return order;
    }

    /** Whether the read returned a state that was there: of a write that began before the read ended, and that was not replaced when it began. */
    private static boolean couldSee(List<Write> order, Read read) {
        Optional<AccountVersion> state = Optional.empty();
        boolean possible = false;
        for (int i = 0; i <= order.size(); i++) {
            boolean begun = i == 0 || order.get(i - 1).began() < read.ended();
            boolean current = i == order.size() || order.get(i).ended() > read.began();
            possible |= begun && current && state.equals(read.seen());
            state = i < order.size() ? order.get(i).after() : state;
        }
        return possible;
    }
}
