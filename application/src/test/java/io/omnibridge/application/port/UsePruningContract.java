package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseSamples.used;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.use.UseReceipt;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How logs of uses are pruned. */
@Tag("U6")
public interface UsePruningContract extends UseContract {

    @Test
    default void older_receipts_are_pruned() {
        UseReceipt kept = receipt(30);
        append(receipt(10));
        append(receipt(20));
        append(kept);

        assertEquals(2, useLog().prune(ALICE, at(30)));

        UsePage page = useLog().list(ALICE, AuditPage.FROM_NEWEST, 10);
        assertEquals(List.of(kept), page.receipts());
        assertEquals(OptionalLong.empty(), page.next());
        assertEquals(0, useLog().prune(ALICE, at(30)));
    }

    @Test
    default void the_newest_receipt_is_never_pruned() {
        append(receipt(10));
        append(receipt(20));

        assertEquals(1, useLog().prune(ALICE, at(1_000)));
        assertEquals(List.of(receipt(20)), uses(ALICE));
    }

    @Test
    default void what_is_left_has_no_gap() {
        append(receipt(10));
        append(receipt(30));
        append(receipt(15));
        append(receipt(40));

        assertEquals(1, useLog().prune(ALICE, at(20)));
        assertEquals(List.of(receipt(40), receipt(15), receipt(30)), uses(ALICE));
    }

    @Test
    default void a_pruned_log_goes_on() {
        append(receipt(10));
        append(receipt(20));
        useLog().prune(ALICE, at(15));

        append(receipt(30));
        append(receipt(40));

        assertEquals(2, useLog().prune(ALICE, at(35)));
        assertEquals(List.of(receipt(40)), uses(ALICE));
    }

    @Test
    default void more_receipts_than_one_write_removes_are_pruned_and_no_other_users() {
        for (int i = 0; i < 600; i++) {
            append(receipt(10));
        }
        append(used(key(BOB, GOOGLE, "work"), at(10)));

        assertEquals(599, useLog().prune(ALICE, at(20)));
        assertEquals(1, uses(ALICE).size());
        assertEquals(1, uses(BOB).size());
    }

    @Test
    default void a_user_without_uses_has_nothing_to_prune() {
        assertEquals(0, useLog().prune(ALICE, NOW));
    }

    private static UseReceipt receipt(int second) {
        return used(key(ALICE, GOOGLE, "work"), at(second));
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }
}
