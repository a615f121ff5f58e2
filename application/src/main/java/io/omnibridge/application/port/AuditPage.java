package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.ChainHead;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Some events of one user's record.
 *
 * @param events newest first
 * @param next the position before which the next page begins; empty when this page is the last
 * @param head the end of the whole record at the moment at which the events were read, whichever page this is; empty when
 *     the record has no event, or the store does not chain its records
 */
public record AuditPage(List<AuditEvent> events, OptionalLong next, Optional<ChainHead> head) {

    /** A position behind every event. */
    public static final long FROM_NEWEST = Long.MAX_VALUE;

    public AuditPage {
        events = List.copyOf(events);
    }
}
