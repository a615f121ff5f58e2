package io.omnibridge.adapters.store.record;

import static io.omnibridge.application.port.Samples.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U3")
class RecordInspectionTest {

    /** More than two pages. */
    private static final int MANY = 1_201;

    private final RecordChain chain =
            new RecordChain(new RecordKey(new byte[RecordKey.LENGTH]), "https://issuer.example");
    private final RecordsInMemory records = new RecordsInMemory(chain);

    @Test
    void an_untouched_record_is_intact_however_many_pages_it_has() {
        assertEquals(new RecordVerdict.Intact(RecordHead.NONE), inspect());

        RecordHead early = records.append(3);
        RecordHead head = records.append(MANY - 3);

        assertEquals(new RecordVerdict.Intact(head), inspect());
        assertEquals(new RecordVerdict.Intact(head), inspect(early));
        assertEquals(new RecordVerdict.Intact(head), inspect(head));
        assertTrue(records.largestPage < MANY / 2);
    }

    @Test
    void what_is_appended_meanwhile_is_no_fault() {
        RecordHead kept = records.append(MANY);
        records.afterEveryPage = () -> {
            if (records.events.size() < MANY + 20) {
                records.append(7);
            }
        };

        assertEquals(MANY + 21, ((RecordVerdict.Intact) inspect(kept)).head().count());
    }

    @Test
    void a_first_event_that_is_appended_meanwhile_is_no_fault() {
        records.afterHead = () -> {
            if (records.events.isEmpty()) {
                records.append(1);
            }
        };

        assertEquals(1, ((RecordVerdict.Intact) inspect()).head().count());
    }

    @Test
    void what_was_changed_reordered_or_removed_is_noticed_on_any_page() {
        records.append(MANY);
        for (int position : new int[] {1, 500, 501, 1_000, MANY}) {
            RecordedEvent untouched = records.events.get(position - 1);
            records.change(position);
            assertEquals(new RecordVerdict.Changed(position), inspect());
            records.events.set(position - 1, untouched);
        }
        RecordedEvent removed = records.events.remove(500);
        assertEquals(new RecordVerdict.Missing(501), inspect());
        records.events.add(500, removed);
        Collections.swap(records.events, 1, 2);
        assertEquals(new RecordVerdict.Reordered(2), inspect());
    }

    @Test
    void a_record_that_was_cut_short_is_noticed_by_the_head_that_was_left_in_place() {
        records.append(MANY);
        records.events.remove(MANY - 1);
        assertEquals(new RecordVerdict.Truncated(MANY), inspect());
        records.events.clear();
        assertEquals(new RecordVerdict.Truncated(1), inspect());
    }

    @Test
    void a_record_that_was_cut_short_together_with_its_head_is_noticed_by_a_head_that_was_kept() {
        RecordHead early = records.append(3);
        RecordHead kept = records.append(2);
        records.events.subList(3, 5).clear();
        records.head = early;

        assertEquals(new RecordVerdict.Intact(early), inspect());
        assertEquals(new RecordVerdict.Truncated(4), inspect(kept));

        records.append(2);
        assertEquals(new RecordVerdict.Intact(records.head), inspect(early));
    }

    @Test
    void a_record_that_was_begun_anew_is_noticed_by_a_head_that_was_kept() {
        RecordHead kept = records.append(3);
        records.events.clear();
        records.head = RecordHead.NONE;
        assertEquals(new RecordVerdict.Truncated(1), inspect(kept));

        records.append(4, "another");
        assertEquals(new RecordVerdict.Changed(3), inspect(kept));
    }

    @Test
    void a_head_that_was_removed_put_back_or_spoilt_while_the_events_are_there_is_noticed() {
        RecordHead early = records.append(3);
        RecordHead head = records.append(2);

        records.head = early;
        assertEquals(new RecordVerdict.HeadPutBack(4), inspect());
        records.head = RecordHead.NONE;
        assertEquals(new RecordVerdict.HeadPutBack(1), inspect());
        records.head = new RecordHead(5, early.mac());
        assertEquals(new RecordVerdict.Changed(5), inspect());
        records.head = head;
        records.headIsUnreadable = true;
        assertEquals(new RecordVerdict.HeadPutBack(1), inspect());
    }

    @Test
    void an_event_that_cannot_be_read_was_changed() {
        records.append(MANY);
        for (int position : new int[] {1, 2, 500, 501, 999, MANY}) {
            records.unreadable.clear();
            records.unreadable.add((long) position);
            assertEquals(new RecordVerdict.Changed(position), inspect());
        }
        records.head = RecordHead.NONE;
        assertEquals(new RecordVerdict.Changed(MANY), inspect());
    }

    @Test
    void what_cannot_be_read_does_not_hide_what_is_wrong_before() {
        records.append(10);
        records.change(4);
        records.unreadable.add(8L);

        assertEquals(new RecordVerdict.Changed(4), inspect());
    }

    private RecordVerdict inspect() {
        return inspect(RecordHead.NONE);
    }

    private RecordVerdict inspect(RecordHead kept) {
        return new RecordInspection(records, chain).of(ALICE, kept);
    }
}
