package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.audit.AuditEvent;
import java.util.Objects;

/**
 * Audit event as a store keeps it.
 *
 * @param position 1 for the first event of the user, and one more for each that follows
 * @param mac computed over the event when it was appended
 */
public record ChainedEvent(long position, AuditEvent event, EventMac mac) implements Chained {

    public ChainedEvent {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(mac, "mac");
    }
}
