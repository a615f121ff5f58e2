package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/**
 * Each user's audit log. {@link TokenStore} and the other ports append the event of a change in the same write as the
 * change, and count what they refuse. This port appends events without a change, and counts refusals of use cases.
 *
 * <p>Every implementation passes {@code AuditLogContract}. Thread-safe. Every method throws {@link StoreUnavailable} if
 * the audit log cannot be reached in time.
 */
public interface AuditLog {

    /** Appends {@code event} to the audit log of its user. */
    void append(AuditEvent event);

    /** Counts a refused request of its user. The audit log does not grow, whatever the number of refusals. */
    void countRefusal(AuditEvent refused);

    /** Returns how often the user's requests were refused, one count for each kind and reason, the last refusal first. */
    List<RefusalCount> refusals(UserId user);

    /**
     * Returns a page of the user's events, newest first, and the chain head at the same moment.
     *
     * @param before only events at lower positions; {@link AuditPage#FROM_NEWEST} for the first page
     * @param limit the maximum number of events, at least 1
     */
    AuditPage list(UserId user, long before, int limit);
}
