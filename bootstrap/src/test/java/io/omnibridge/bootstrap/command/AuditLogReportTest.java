package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.ChainedAuditLog;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedUseLog;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseInspection;
import io.omnibridge.application.port.Samples;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.identity.UserId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U3")
class AuditLogReportTest {

    private static final StoredChainHead HEAD_OF_TWO = new StoredChainHead(2, new EventMac(new byte[32]));

    private final AuditChain chain =
            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");
    private final ChainedAuditLog auditLog = mock();
    private final StringWriter out = new StringWriter();
    private final AuditLogReport report =
            AuditLogReport.ofChanges(new ChainInspection(auditLog, chain), new PrintWriter(out));

    @Test
    void intact_audit_logs_are_only_counted() {
        when(auditLog.head(any())).thenReturn(StoredChainHead.NONE);
        when(auditLog.after(any(), anyLong(), anyInt())).thenReturn(List.of());
        givenOneEvent(Samples.ALICE);
        report.verify(Samples.ALICE, StoredChainHead.NONE);
        report.verify(Samples.BOB, StoredChainHead.NONE);

        assertEquals(0, report.summarize());
        assertEquals("checked 2 users: 2 intact with 1 event, 0 wrong\n", printed());
    }

    @Test
    void a_wrong_audit_log_has_one_line_even_for_an_odd_user_id() {
        when(auditLog.head(any())).thenReturn(HEAD_OF_TWO);
        when(auditLog.after(any(), anyLong(), anyInt())).thenReturn(List.of());

        report.verify(Samples.ALICE, StoredChainHead.NONE);
        report.verify(new UserId("b\u2028checked 9 users\u202e"), StoredChainHead.NONE);

        assertEquals(1, report.summarize());
        assertEquals("""
                truncated at 1: alice
                truncated at 1: b\\u2028checked 9 users\\u202e
                checked 2 users: 0 intact with 0 events, 2 wrong
                """, printed());
    }

    @Test
    void users_with_unreadable_ids_count_as_wrong() {
        report.countUnreadable(0);
        report.countUnreadable(2);

        assertEquals(1, report.summarize());
        assertEquals("""
                unreadable: 2 users
                checked 2 users: 0 intact with 0 events, 2 wrong
                """, printed());
    }

    @Test
    void a_log_is_reported_as_not_checked_when_the_store_fails() {
        when(auditLog.head(any())).thenThrow(new StoreUnavailable("away"));

        assertThrows(StoreUnavailable.class, () -> report.verify(Samples.ALICE, StoredChainHead.NONE));
        assertEquals("not checked: alice\n", printed());
    }

    @Test
    @Tag("U6")
    void a_log_of_uses_has_lines_of_its_own_and_users_without_uses_have_none() {
        ChainedUseLog useLog = mock();
        when(useLog.base(any())).thenReturn(Optional.empty());
        when(useLog.after(any(), anyLong(), anyInt())).thenReturn(List.of());
        when(useLog.head(any())).thenReturn(StoredChainHead.NONE);
        when(useLog.head(Samples.BOB)).thenReturn(HEAD_OF_TWO);
        UseInspection inspection = new UseInspection(useLog, chain.uses());
        AuditLogReport uses = AuditLogReport.ofUses(inspection, false, new PrintWriter(out));

        uses.verify(Samples.ALICE, StoredChainHead.NONE);
        assertEquals(0, uses.summarize());
        assertEquals("", printed());
        uses.verify(Samples.BOB, StoredChainHead.NONE);

        assertEquals(1, uses.summarize());
        assertEquals("""
                uses truncated at 1: bob
                checked the uses of 1 user: 0 intact with 0 receipts, 1 wrong
                """, printed());
    }

    private void givenOneEvent(UserId user) {
        AuditEvent event = Samples.action(ActionKind.LINK, Samples.key(user, Samples.GOOGLE, "work"))
                .withOutcome(AuditOutcome.LINKED);
        StoredChainHead head = chain.headAfter(StoredChainHead.NONE, event);
        when(auditLog.head(user)).thenReturn(head);
        when(auditLog.after(user, 0, 500)).thenReturn(List.of(new ChainedEvent(1, event, head.mac())));
    }

    private String printed() {
        return out.toString().replace("\r", "");
    }
}
