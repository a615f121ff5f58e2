package io.omnibridge.adapters.http.session;

import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Sign-outs in memory, which tests can make fail. Thread-safe. */
final class FakeSignOuts implements SignOuts {

    final AtomicInteger reads = new AtomicInteger();
    private final Map<UserId, Instant> lasts = new ConcurrentHashMap<>();
    volatile boolean isAway;

    @Override
    public Optional<Instant> lastOf(UserId user) {
        requirePresent();
        reads.incrementAndGet();
        return Optional.ofNullable(lasts.get(user));
    }

    @Override
    public void signOut(UserId user, AuditedAction action) {
        signOut(user, action.at());
    }

    @Override
    public void removeForgotten() {
        throw new UnsupportedOperationException();
    }

    void signOut(UserId user, Instant at) {
        requirePresent();
        lasts.put(user, at);
    }

    private void requirePresent() {
        if (isAway) {
            throw new StoreUnavailable("away");
        }
    }
}
