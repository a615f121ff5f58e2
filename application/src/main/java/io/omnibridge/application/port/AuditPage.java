package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.ChainHead;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of one user's audit log.
 *
 * @param events newest first
 * @param next the value of {@code before} for the next page; empty if this page is the last
 * @param head the chain head of the whole audit log at the moment of the read; empty if there are no events, or if the
 *     store does not chain events
 */
public record AuditPage(List<AuditEvent> events, OptionalLong next, Optional<ChainHead> head) {

    /** A position after every event. */
    public static final long FROM_NEWEST = Long.MAX_VALUE;

    public AuditPage {
        events = List.copyOf(events);
    }
}
