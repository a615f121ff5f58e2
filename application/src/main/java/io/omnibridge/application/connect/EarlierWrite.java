package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.Optional;

/** Reads how an attempt ended whose last write was not acknowledged, or was overtaken by another writer. Thread-safe. */
record EarlierWrite(ConnectAttempts attempts, TokenStore store) {

    /**
     * Returns the result of the write; empty if the attempt is still exchanging.
     *
     * @param key the account that the write would have linked
     */
    Optional<CompleteResult> resultOf(ConnectAttempt exchanging, AccountKey key) {
        Optional<ConnectAttempt> attempt = attempts.find(exchanging.owner(), exchanging.id());
        if (attempt.isPresent() && attempt.get().revision() == exchanging.revision()) {
            return Optional.empty();
        }
        return Optional.of(attempt.map(ConnectAttempt::state)
                .map(state -> resultOf(state, key))
                .orElseGet(() -> new CompleteResult.Failed(AttemptFailure.EXCHANGE_UNKNOWN)));
    }

    private CompleteResult resultOf(AttemptState state, AccountKey key) {
        if (state instanceof AttemptState.Completed completed
                && completed.account().equals(key.providerAccountId())) {
            return store.findMetadata(key)
                    .<CompleteResult>map(linked -> new CompleteResult.Completed(linked, completed.isNew()))
                    .orElseGet(CompleteResult.NotFound::new);
        }
        return new CompleteResult.Failed(
                state instanceof AttemptState.Failed failed ? failed.reason() : AttemptFailure.EXCHANGE_UNKNOWN);
    }
}
