package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds one connect attempt of the caller, for a client that polls for its end. Thread-safe. */
public final class FindAttempt {

    private final ConnectAttempts attempts;
    private final TokenStore store;
    private final Clock clock;

    public FindAttempt(ConnectAttempts attempts, TokenStore store, Clock clock) {
        this.attempts = Objects.requireNonNull(attempts);
        this.store = Objects.requireNonNull(store);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Returns the attempt; empty for another user's attempt as for one that does not exist.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public Optional<AttemptSummary> find(Caller caller, AttemptId id) {
        Instant now = clock.instant();
        return attempts.find(caller.user(), id)
                .map(attempt -> new AttemptSummary(
                        attempt.id(),
                        attempt.provider(),
                        attempt.statusAt(now),
                        attempt.failureAt(now),
                        expiryOf(attempt),
                        warnings(attempt)));
    }

    private Set<AttemptWarning> warnings(ConnectAttempt attempt) {
        if (!(attempt.state() instanceof AttemptState.Completed completed)) {
            return Set.of();
        }
        return store.findMetadata(new AccountKey(attempt.owner(), attempt.provider(), completed.account()))
                .map(account -> AttemptWarning.of(attempt, account))
                .orElse(Set.of());
    }

    private static Instant expiryOf(ConnectAttempt attempt) {
        return attempt.state() instanceof AttemptState.Returned returned ? returned.until() : attempt.expiresAt();
    }
}
