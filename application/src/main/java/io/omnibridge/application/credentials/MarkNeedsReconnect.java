package io.omnibridge.application.credentials;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Objects;

/** Marks accounts as needing a reconnect, in the store and then in the log. Thread-safe. */
final class MarkNeedsReconnect {

    private final TokenStore store;
    private final RefreshEvents events;

    MarkNeedsReconnect(TokenStore store, RefreshEvents events) {
        this.store = Objects.requireNonNull(store);
        this.events = Objects.requireNonNull(events);
    }

    /**
     * Replaces the account by {@code ended}, whose refresh state is ended, if it is at that version and at state
     * {@code from}.
     *
     * @return whether the account was replaced; if not, nothing was changed or logged
     * @throws StoreUnavailable if the store did not answer
     */
    boolean mark(RefreshState from, Account ended, Instant now) {
        AuditedAction action = RefreshAudit.action(ActionKind.RENEW, ended, now);
        boolean isMarked = store.markNeedsReconnect(from, ended, action);
        if (isMarked) {
            events.needsReconnect(ended.key(), reason(ended, now).code());
        }
        return isMarked;
    }

    /** Returns the result of a refresh of {@code ended}. */
    static StepResult needsReconnect(Account ended, Instant now) {
        return new StepResult.Finished(new CredentialsResult.NeedsReconnect(reason(ended, now)));
    }

    private static ReconnectReason reason(Account ended, Instant now) {
        return ended.metadata().reconnectReasonAt(now).orElseThrow();
    }
}
