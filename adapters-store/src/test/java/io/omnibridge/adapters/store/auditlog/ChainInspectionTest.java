package io.omnibridge.adapters.store.auditlog;

import static io.omnibridge.application.port.Samples.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U3")
class ChainInspectionTest {

    /** More than two pages. */
    private static final int MANY = 1_201;

    private final AuditChain chain =
            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");
    private final ChainedAuditLogInMemory auditLog = new ChainedAuditLogInMemory(chain);

    @Test
    void an_unchanged_audit_log_of_many_pages_is_intact() {
        assertEquals(new VerificationResult.Intact(StoredChainHead.NONE), inspect());

        StoredChainHead early = auditLog.append(3);
        StoredChainHead head = auditLog.append(MANY - 3);

        assertEquals(new VerificationResult.Intact(head), inspect());
        assertEquals(new VerificationResult.Intact(head), inspect(early));
        assertEquals(new VerificationResult.Intact(head), inspect(head));
        assertTrue(auditLog.largestPage < MANY / 2);
    }

    @Test
    void events_appended_meanwhile_are_no_fault() {
        StoredChainHead kept = auditLog.append(MANY);
        auditLog.afterEveryPage = () -> {
            if (auditLog.events.size() < MANY + 20) {
                auditLog.append(7);
            }
        };

        assertEquals(
                MANY + 21, ((VerificationResult.Intact) inspect(kept)).head().count());
    }

    @Test
    void a_first_event_that_is_appended_meanwhile_is_no_fault() {
        auditLog.afterHead = () -> {
            if (auditLog.events.isEmpty()) {
                auditLog.append(1);
            }
        };

        assertEquals(1, ((VerificationResult.Intact) inspect()).head().count());
    }

    @Test
    void changed_reordered_and_removed_events_are_noticed_on_any_page() {
        auditLog.append(MANY);
        for (int position : new int[] {1, 500, 501, 1_000, MANY}) {
            ChainedEvent untouched = auditLog.events.get(position - 1);
            auditLog.change(position);
            assertEquals(LogFault.CHANGED.at(position), inspect());
            auditLog.events.set(position - 1, untouched);
        }
        ChainedEvent removed = auditLog.events.remove(500);
        assertEquals(LogFault.MISSING.at(501), inspect());
        auditLog.events.add(500, removed);
        Collections.swap(auditLog.events, 1, 2);
        assertEquals(LogFault.REORDERED.at(2), inspect());
    }

    @Test
    void a_truncated_audit_log_is_noticed_by_the_stored_head() {
        auditLog.append(MANY);
        auditLog.events.remove(MANY - 1);
        assertEquals(LogFault.TRUNCATED.at(MANY), inspect());
        auditLog.events.clear();
        assertEquals(LogFault.TRUNCATED.at(1), inspect());
    }

    @Test
    void an_audit_log_truncated_with_its_head_is_noticed_by_a_kept_head() {
        StoredChainHead early = auditLog.append(3);
        StoredChainHead kept = auditLog.append(2);
        auditLog.events.subList(3, 5).clear();
        auditLog.head = early;

        assertEquals(new VerificationResult.Intact(early), inspect());
        assertEquals(LogFault.TRUNCATED.at(4), inspect(kept));

        auditLog.append(2);
        assertEquals(new VerificationResult.Intact(auditLog.head), inspect(early));
    }

    @Test
    void an_audit_log_that_began_again_is_noticed_by_a_kept_head() {
        StoredChainHead kept = auditLog.append(3);
        auditLog.events.clear();
        auditLog.head = StoredChainHead.NONE;
        assertEquals(LogFault.TRUNCATED.at(1), inspect(kept));

        auditLog.append(4, "another");
        assertEquals(LogFault.CHANGED.at(3), inspect(kept));
    }

    @Test
    void a_removed_or_changed_head_is_noticed_by_the_events() {
        StoredChainHead early = auditLog.append(3);
        StoredChainHead head = auditLog.append(2);

        auditLog.head = early;
        assertEquals(LogFault.HEAD_PUT_BACK.at(4), inspect());
        auditLog.head = StoredChainHead.NONE;
        assertEquals(LogFault.HEAD_PUT_BACK.at(1), inspect());
        auditLog.head = new StoredChainHead(5, early.mac());
        assertEquals(LogFault.CHANGED.at(5), inspect());
        auditLog.head = head;
        auditLog.headIsUnreadable = true;
        assertEquals(LogFault.HEAD_PUT_BACK.at(1), inspect());
    }

    @Test
    void an_event_that_cannot_be_read_was_changed() {
        auditLog.append(MANY);
        for (int position : new int[] {1, 2, 500, 501, 999, MANY}) {
            auditLog.unreadable.clear();
            auditLog.unreadable.add((long) position);
            assertEquals(LogFault.CHANGED.at(position), inspect());
        }
        auditLog.head = StoredChainHead.NONE;
        assertEquals(LogFault.CHANGED.at(MANY), inspect());
    }

    @Test
    void an_unreadable_event_does_not_hide_faults_before_it() {
        auditLog.append(10);
        auditLog.change(4);
        auditLog.unreadable.add(8L);

        assertEquals(LogFault.CHANGED.at(4), inspect());
    }

    private VerificationResult inspect() {
        return inspect(StoredChainHead.NONE);
    }

    private VerificationResult inspect(StoredChainHead kept) {
        return new ChainInspection(auditLog, chain).of(ALICE, kept);
    }
}
