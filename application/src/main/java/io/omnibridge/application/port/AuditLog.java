package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;

/**
 * Keeps each user's own record. Changes of accounts are recorded by {@link TokenStore}, together with the change; what
 * changes nothing, a refusal, is recorded here.
 *
 * <p>Every implementation passes {@code AuditLogContract}. Thread-safe. Every method throws {@link StoreUnavailable} when
 * the record cannot be reached in time.
 */
public interface AuditLog {

    /** Adds {@code event} to the record of its user. */
    void append(AuditEvent event);

    /**
     * One page of the user's record, newest first, and the head of the record, both as of one moment.
     *
     * @param before only events at positions below this one; {@link AuditPage#FROM_NEWEST} for the first page
     * @param limit the most events that the page may have, at least 1
     */
    AuditPage list(UserId user, long before, int limit);
}
