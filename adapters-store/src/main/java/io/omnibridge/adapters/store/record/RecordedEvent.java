package io.omnibridge.adapters.store.record;

import io.omnibridge.domain.audit.AuditEvent;
import java.util.Objects;

/**
 * One event as a store keeps it.
 *
 * @param position 1 for the first event of the user, and one more for each that follows
 * @param mac what was computed over the event when it was appended
 */
public record RecordedEvent(long position, AuditEvent event, RecordMac mac) {

    public RecordedEvent {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(mac, "mac");
    }
}
