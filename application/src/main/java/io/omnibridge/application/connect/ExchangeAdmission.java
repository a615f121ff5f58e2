package io.omnibridge.application.connect;

import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Admits code exchanges on this node: one at a time of an attempt, and as many as a {@link CallLimiter} permits. Thread-safe. */
public final class ExchangeAdmission {

    private final CallLimiter calls;
    private final Set<AttemptId> running = ConcurrentHashMap.newKeySet();

    public ExchangeAdmission(CallLimiter calls) {
        this.calls = Objects.requireNonNull(calls);
    }

    /** Runs {@code exchange} and returns its result; in progress or busy without running it. */
    Optional<CompleteResult> admit(ConnectAttempt attempt, Supplier<Optional<CompleteResult>> exchange) {
        if (!running.add(attempt.id())) {
            return Optional.of(new CompleteResult.InProgress());
        }
        try {
            return admitOne(attempt, exchange);
        } finally {
            running.remove(attempt.id());
        }
    }

    private Optional<CompleteResult> admitOne(ConnectAttempt attempt, Supplier<Optional<CompleteResult>> exchange) {
        Optional<CallPermit> permit = calls.tryEnter(attempt.owner(), attempt.provider());
        if (permit.isEmpty()) {
            return Optional.of(new CompleteResult.Busy());
        }
        try {
            return exchange.get();
        } finally {
            permit.get().close();
        }
    }
}
