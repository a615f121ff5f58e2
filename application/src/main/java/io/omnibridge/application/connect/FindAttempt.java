package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
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
        return attempts.find(caller.user(), id).map(attempt -> summary(attempt, accountOf(attempt)));
    }

    /**
     * Returns an attempt that a page began; empty for another user's attempt as for one that does not exist.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public Optional<AttemptOfPage> findOfPage(Caller caller, AttemptId id) {
        return attempts.find(caller.user(), id)
                .filter(ConnectAttempt::isOfPage)
                .map(attempt -> ofPage(attempt, accountOf(attempt)));
    }

    private AttemptOfPage ofPage(ConnectAttempt attempt, Optional<AccountMetadata> account) {
        return new AttemptOfPage(summary(attempt, account), account);
    }

    private AttemptSummary summary(ConnectAttempt attempt, Optional<AccountMetadata> account) {
        Instant now = clock.instant();
        return new AttemptSummary(
                attempt.id(),
                attempt.provider(),
                attempt.statusAt(now),
                attempt.failureAt(now),
                expiryOf(attempt),
                account.map(linked -> AttemptWarning.of(attempt, linked)).orElse(Set.of()));
    }

    private Optional<AccountMetadata> accountOf(ConnectAttempt attempt) {
        return attempt.state() instanceof AttemptState.Completed completed
                ? store.findMetadata(new AccountKey(attempt.owner(), attempt.provider(), completed.account()))
                : Optional.empty();
    }

    private static Instant expiryOf(ConnectAttempt attempt) {
        return attempt.state() instanceof AttemptState.Returned returned ? returned.until() : attempt.expiresAt();
    }
}
