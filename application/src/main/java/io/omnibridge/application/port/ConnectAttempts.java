package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Optional;

/**
 * Connect attempts. Each is kept for at least an hour after its beginning, and for little more than a day.
 *
 * <p>Every implementation passes {@code ConnectAttemptsContract}. Linearizable per user. Thread-safe. A change and its audit
 * event happen in one write. Every method throws {@link StoreUnavailable} if the store does not answer in time; the write may
 * then have happened or not.
 */
public interface ConnectAttempts {

    /**
     * Adds an attempt at revision 1. Refuses it if its owner has {@code maxOpen} attempts that are open when this one began, or began
     * 1,000 attempts in the hour before. An attempt is open while it is pending, returned or exchanging. Appends {@code action} as
     * begun, or counts the refusal.
     *
     * @return whether the attempt was added
     */
    boolean begin(ConnectAttempt attempt, int maxOpen, AuditedAction action);

    /** Returns whether {@link #begin} would add an attempt of the user that began with {@code action}, and counts a refusal. */
    boolean mayBegin(int maxOpen, AuditedAction action);

    /** Returns the attempt; empty for another user's attempt as for one that does not exist. */
    Optional<ConnectAttempt> find(UserId owner, AttemptId id);

    /**
     * Returns the attempt of a callback, in any state. A callback has no JWT: the OAuth {@code state} that only this
     * browser received identifies the attempt.
     */
    Optional<ConnectAttempt> findByState(HashedValue oauthState);

    /**
     * Replaces the attempt by {@code next} if it still has the revision before, and appends {@code event}.
     *
     * @return whether the attempt was replaced; if not, nothing was changed or appended
     */
    boolean proceed(ConnectAttempt next, AuditEvent event);

    /**
     * Links {@code account} as {@link TokenStore#link} does, and completes the attempt in the same write, or fails it if the
     * link is refused. Does so only if the attempt still has the revision of {@code exchanging}, and the stored account is as
     * {@code expected}. Appends {@code action} with its outcome.
     *
     * @param account an account of the attempt's owner and provider
     * @param expected the version and refresh state that the account of the same key must still have; if empty, it does not matter
     * @param ofReplaced as in {@link TokenStore#link}
     * @return the result of the link; empty if attempt or account had changed, and nothing was changed or appended
     */
    Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            Optional<AccountMetadata> expected,
            int quota,
            Optional<PendingRevocation> ofReplaced,
            AuditedAction action);
}
