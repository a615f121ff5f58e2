package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditEvent;
import java.util.List;
import java.util.OptionalLong;

/**
 * Some events of one user's record.
 *
 * @param events newest first
 * @param next the position before which the next page begins; empty when this page is the last
 */
public record AuditPage(List<AuditEvent> events, OptionalLong next) {

    /** A position behind every event. */
    public static final long FROM_NEWEST = Long.MAX_VALUE;

    public AuditPage {
        events = List.copyOf(events);
    }
}
