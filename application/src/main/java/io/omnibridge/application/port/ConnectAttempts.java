package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Optional;

/**
 * Keeps attempts to connect accounts, each for at least an hour after its beginning, and not much longer than a day.
 *
 * <p>Every implementation passes {@code ConnectAttemptsContract}. It is linearizable per user, and its methods may be called
 * from any number of threads. A change and its event take effect together or not at all. Every method throws
 * {@link StoreUnavailable} when the store cannot answer in time; a write that fails in this way may or may not have taken
 * place.
 */
public interface ConnectAttempts {

    /**
     * Adds an attempt at revision 1, unless its owner has {@code maxPending} whose state is pending and that have not expired
     * when this one began, or has begun 1,000 within the hour before. Records {@code action} with the outcome, the refusal too.
     *
     * @return whether it took place
     */
    boolean begin(ConnectAttempt attempt, int maxPending, AuditedAction action);

    /** The attempt; somebody else's is as absent as one that does not exist. */
    Optional<ConnectAttempt> find(UserId owner, AttemptId id);

    /**
     * The attempt that a browser comes back for: it has no JWT, and shows what was given to it alone. Whatever state the attempt
     * is in by now.
     */
    Optional<ConnectAttempt> findByState(HashedValue oauthState);

    /**
     * Replaces the attempt by {@code next} if it still is at the revision before, and records {@code event} in its owner's
     * record.
     *
     * @return whether it took place; if not, nothing was changed or recorded
     */
    boolean proceed(ConnectAttempt next, AuditEvent event);

    /**
     * Links {@code account} as {@link TokenStore#link} does, and in the same step completes the attempt, or fails it where the
     * link is refused; if the attempt still is at the revision of {@code exchanging}. Records {@code action} with the outcome.
     *
     * @param account of the attempt's owner and provider
     * @return how the link ended; empty if it did not take place, and nothing was changed or recorded
     */
    Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            int quota,
            Optional<PendingRevocation> owed,
            AuditedAction action);
}
