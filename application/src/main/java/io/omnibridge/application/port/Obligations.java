package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.Obligation;

/**
 * Keeps obligations to give grants back. Those of unlinked and replaced accounts are made by {@link TokenStore} and
 * {@link ConnectAttempts}, together with the change; all of them are met by {@link AccountSweep#obligations}.
 *
 * <p>Every implementation passes {@code ObligationsContract}. Linearizable per user, and thread-safe. Every method throws
 * {@link StoreUnavailable} when the store cannot answer in time.
 */
public interface Obligations {

    /**
     * Adds an obligation that a late answer of a provider makes. Where {@code scope} is {@code GRANT}, it does not take place if
     * the account of its key is linked: it would end that one's grant too. Records {@code action} as begun. What is there
     * already is not added or recorded again.
     *
     * @return whether it is there
     */
    boolean add(Obligation obligation, AuditedAction action);

    /**
     * Replaces {@code former} by {@code next}, of the same id, if it still is as it was. Nothing is recorded.
     *
     * @return whether it took place
     */
    boolean replace(Obligation former, Obligation next);

    /**
     * Removes the obligation, if it still is there in whatever state, and records {@code event} in its user's record.
     *
     * @return whether it took place
     */
    boolean settle(Obligation obligation, AuditEvent event);
}
