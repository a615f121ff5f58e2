package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;

/**
 * Each user's audit log. {@link TokenStore} and the other ports append the event of a change in the same write as the
 * change; this port appends events without a change, such as refusals.
 *
 * <p>Every implementation passes {@code AuditLogContract}. Thread-safe. Every method throws {@link StoreUnavailable} if
 * the audit log cannot be reached in time.
 */
public interface AuditLog {

    /** Appends {@code event} to the audit log of its user. */
    void append(AuditEvent event);

    /**
     * Returns a page of the user's events, newest first, and the chain head at the same moment.
     *
     * @param before only events at lower positions; {@link AuditPage#FROM_NEWEST} for the first page
     * @param limit the maximum number of events, at least 1
     */
    AuditPage list(UserId user, long before, int limit);
}
