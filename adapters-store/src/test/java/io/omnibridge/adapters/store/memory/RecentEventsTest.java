package io.omnibridge.adapters.store.memory;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D6")
class RecentEventsTest {

    private static final int OVER = 7;

    private RecentEvents events = RecentEvents.NONE;

    @Test
    void only_the_newest_events_are_kept() {
        fill();

        AuditPage page = events.page(ALICE, AuditPage.FROM_NEWEST, Integer.MAX_VALUE);

        assertEquals(RecentEvents.CAPACITY, page.events().size());
        assertEquals(event(RecentEvents.CAPACITY + OVER - 1), page.events().get(0));
        assertEquals(event(OVER), page.events().get(RecentEvents.CAPACITY - 1));
        assertEquals(OptionalLong.empty(), page.next());
    }

    @Test
    void a_position_stays_where_it_is_when_older_events_are_forgotten() {
        events = with(event(0));
        events = with(event(1));
        OptionalLong next = events.page(ALICE, AuditPage.FROM_NEWEST, 1).next();
        assertEquals(
                List.of(event(0)), events.page(ALICE, next.orElseThrow(), 10).events());

        fill();

        assertEquals(List.of(), events.page(ALICE, next.orElseThrow(), 10).events());
        assertEquals(List.of(), events.page(ALICE, Long.MIN_VALUE, 10).events());
    }

    private RecentEvents with(AuditEvent event) {
        return events.with(new Interning().stored(event));
    }

    private void fill() {
        for (int i = 0; i < RecentEvents.CAPACITY + OVER; i++) {
            events = with(event(i));
        }
    }

    private static AuditEvent event(int number) {
        RequestId requestId = new RequestId("request-" + number);
        return AuditedAction.of(AuditedAction.Kind.READ_AUDIT, caller(ALICE), requestId, NOW)
                .concluded(AuditOutcome.INSUFFICIENT_SCOPE);
    }
}
