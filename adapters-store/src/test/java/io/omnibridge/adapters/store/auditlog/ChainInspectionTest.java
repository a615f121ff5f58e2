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
    private final ChainedAuditLogInMemory records = new ChainedAuditLogInMemory(chain);

    @Test
    void an_untouched_record_is_intact_however_many_pages_it_has() {
        assertEquals(new VerificationResult.Intact(StoredChainHead.NONE), inspect());

        StoredChainHead early = records.append(3);
        StoredChainHead head = records.append(MANY - 3);

        assertEquals(new VerificationResult.Intact(head), inspect());
        assertEquals(new VerificationResult.Intact(head), inspect(early));
        assertEquals(new VerificationResult.Intact(head), inspect(head));
        assertTrue(records.largestPage < MANY / 2);
    }

    @Test
    void what_is_appended_meanwhile_is_no_fault() {
        StoredChainHead kept = records.append(MANY);
        records.afterEveryPage = () -> {
            if (records.events.size() < MANY + 20) {
                records.append(7);
            }
        };

        assertEquals(
                MANY + 21, ((VerificationResult.Intact) inspect(kept)).head().count());
    }

    @Test
    void a_first_event_that_is_appended_meanwhile_is_no_fault() {
        records.afterHead = () -> {
            if (records.events.isEmpty()) {
                records.append(1);
            }
        };

        assertEquals(1, ((VerificationResult.Intact) inspect()).head().count());
    }

    @Test
    void what_was_changed_reordered_or_removed_is_noticed_on_any_page() {
        records.append(MANY);
        for (int position : new int[] {1, 500, 501, 1_000, MANY}) {
            ChainedEvent untouched = records.events.get(position - 1);
            records.change(position);
            assertEquals(VerificationResult.Fault.CHANGED.at(position), inspect());
            records.events.set(position - 1, untouched);
        }
        ChainedEvent removed = records.events.remove(500);
        assertEquals(VerificationResult.Fault.MISSING.at(501), inspect());
        records.events.add(500, removed);
        Collections.swap(records.events, 1, 2);
        assertEquals(VerificationResult.Fault.REORDERED.at(2), inspect());
    }

    @Test
    void a_record_that_was_cut_short_is_noticed_by_the_head_that_was_left_in_place() {
        records.append(MANY);
        records.events.remove(MANY - 1);
        assertEquals(VerificationResult.Fault.TRUNCATED.at(MANY), inspect());
        records.events.clear();
        assertEquals(VerificationResult.Fault.TRUNCATED.at(1), inspect());
    }

    @Test
    void a_record_that_was_cut_short_together_with_its_head_is_noticed_by_a_head_that_was_kept() {
        StoredChainHead early = records.append(3);
        StoredChainHead kept = records.append(2);
        records.events.subList(3, 5).clear();
        records.head = early;

        assertEquals(new VerificationResult.Intact(early), inspect());
        assertEquals(VerificationResult.Fault.TRUNCATED.at(4), inspect(kept));

        records.append(2);
        assertEquals(new VerificationResult.Intact(records.head), inspect(early));
    }

    @Test
    void a_record_that_was_begun_anew_is_noticed_by_a_head_that_was_kept() {
        StoredChainHead kept = records.append(3);
        records.events.clear();
        records.head = StoredChainHead.NONE;
        assertEquals(VerificationResult.Fault.TRUNCATED.at(1), inspect(kept));

        records.append(4, "another");
        assertEquals(VerificationResult.Fault.CHANGED.at(3), inspect(kept));
    }

    @Test
    void a_head_that_was_removed_put_back_or_spoilt_while_the_events_are_there_is_noticed() {
        StoredChainHead early = records.append(3);
        StoredChainHead head = records.append(2);

        records.head = early;
        assertEquals(VerificationResult.Fault.HEAD_PUT_BACK.at(4), inspect());
        records.head = StoredChainHead.NONE;
        assertEquals(VerificationResult.Fault.HEAD_PUT_BACK.at(1), inspect());
        records.head = new StoredChainHead(5, early.mac());
        assertEquals(VerificationResult.Fault.CHANGED.at(5), inspect());
        records.head = head;
        records.headIsUnreadable = true;
        assertEquals(VerificationResult.Fault.HEAD_PUT_BACK.at(1), inspect());
    }

    @Test
    void an_event_that_cannot_be_read_was_changed() {
        records.append(MANY);
        for (int position : new int[] {1, 2, 500, 501, 999, MANY}) {
            records.unreadable.clear();
            records.unreadable.add((long) position);
            assertEquals(VerificationResult.Fault.CHANGED.at(position), inspect());
        }
        records.head = StoredChainHead.NONE;
        assertEquals(VerificationResult.Fault.CHANGED.at(MANY), inspect());
    }

    @Test
    void what_cannot_be_read_does_not_hide_what_is_wrong_before() {
        records.append(10);
        records.change(4);
        records.unreadable.add(8L);

        assertEquals(VerificationResult.Fault.CHANGED.at(4), inspect());
    }

    private VerificationResult inspect() {
        return inspect(StoredChainHead.NONE);
    }

    private VerificationResult inspect(StoredChainHead kept) {
        return new ChainInspection(records, chain).of(ALICE, kept);
    }
}
