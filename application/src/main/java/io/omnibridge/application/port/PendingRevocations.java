package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;

/**
 * Pending revocations. {@link TokenStore} and {@link ConnectAttempts} add those of unlinked and replaced accounts in
 * the same write as the change. {@link AccountScan#pendingRevocations} lists all of them.
 *
 * <p>Every implementation passes {@code PendingRevocationsContract}. Linearizable per user. Thread-safe. Every method
 * throws {@link StoreUnavailable} if the store does not answer in time.
 */
public interface PendingRevocations {

    /**
     * Adds the revocation of a token that arrived too late to be stored. With scope {@code GRANT} it is refused if the
     * account of its key is linked: it would end that account's grant too. Appends {@code action} as begun. A
     * revocation that exists already is neither added nor logged again.
     *
     * @return whether the revocation exists now
     */
    boolean add(PendingRevocation revocation, AuditedAction action);

    /**
     * Replaces {@code former} by {@code next}, of the same id, if it is unchanged. No audit event is appended.
     *
     * @return whether it was replaced
     */
    boolean replace(PendingRevocation former, PendingRevocation next);

    /**
     * Removes the revocation if it exists, even if it was changed, and appends {@code event}.
     *
     * @return whether it was removed; if not, nothing was appended
     */
    boolean complete(PendingRevocation revocation, AuditEvent event);
}
