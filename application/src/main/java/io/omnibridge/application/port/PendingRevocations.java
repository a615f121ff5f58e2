package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;

/**
 * Keeps obligations to give grants back. Those of unlinked and replaced accounts are made by {@link TokenStore} and
 * {@link ConnectAttempts}, together with the change; all of them are met by {@link AccountScan#pendingRevocations}.
 *
 * <p>Every implementation passes {@code PendingRevocationsContract}. Linearizable per user, and thread-safe. Every method throws
 * {@link StoreUnavailable} when the store cannot answer in time.
 */
public interface PendingRevocations {

    /**
     * Adds an obligation that a late answer of a provider makes. Where {@code scope} is {@code GRANT}, it does not take place if
     * the account of its key is linked: it would end that one's grant too. Records {@code action} as begun. What is there
     * already is not added or recorded again.
     *
     * @return whether it is there
     */
    boolean add(PendingRevocation pendingRevocation, AuditedAction action);

    /**
     * Replaces {@code former} by {@code next}, of the same id, if it still is as it was. Nothing is recorded.
     *
     * @return whether it took place
     */
    boolean replace(PendingRevocation former, PendingRevocation next);

    /**
     * Removes the obligation, if it still is there in whatever state, and records {@code event} in its user's record.
     *
     * @return whether it took place
     */
    boolean complete(PendingRevocation pendingRevocation, AuditEvent event);
}
