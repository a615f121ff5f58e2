package io.omnibridge.application.audit;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ListAuditEventsTest {

    private final AuditLog auditLog = mock();
    private final ListAuditEvents listAuditEvents = new ListAuditEvents(auditLog);

    @Test
    void a_caller_reads_a_page_of_their_own_audit_log() {
        AuditPage page = new AuditPage(List.of(), OptionalLong.of(5), Optional.empty());
        when(auditLog.list(ALICE, 7, 2)).thenReturn(page);

        assertSame(page, listAuditEvents.list(caller(ALICE), 7, 2));
    }

    @Test
    @Tag("D2")
    void an_unavailable_audit_log_is_not_an_empty_one() {
        when(auditLog.list(ALICE, AuditPage.FROM_NEWEST, 2)).thenThrow(new StoreUnavailable("down"));

        assertThrows(StoreUnavailable.class, () -> listAuditEvents.list(caller(ALICE), AuditPage.FROM_NEWEST, 2));
    }
}
