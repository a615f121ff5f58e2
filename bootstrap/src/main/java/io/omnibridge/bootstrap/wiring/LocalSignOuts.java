package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.port.SignOuts;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-outs in the heap of one process, for development. */
final class LocalSignOuts implements SignOuts {

    private final Map<UserId, Instant> lasts = new ConcurrentHashMap<>();

    @Override
    public Optional<Instant> lastOf(UserId user) {
        return Optional.ofNullable(lasts.get(user));
    }

    @Override
    public void signOut(UserId user, AuditedAction action) {
        lasts.merge(user, action.at(), (one, other) -> one.isAfter(other) ? one : other);
    }
}
