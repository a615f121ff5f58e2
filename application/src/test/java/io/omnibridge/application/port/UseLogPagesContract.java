package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.use.UseReceipt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages of a log of uses. */
public interface UseLogPagesContract extends UseContract {

    @Test
    default void a_user_without_uses_has_one_empty_page() {
        assertEquals(
                new UsePage(List.of(), OptionalLong.empty(), Optional.empty()),
                useLog().list(ALICE, AuditPage.FROM_NEWEST, 10));
    }

    @Test
    default void pages_of_uses_have_no_gap_and_no_overlap() {
        List<UseReceipt> appended = appendMany(7);
        List<UseReceipt> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        OptionalLong before = OptionalLong.of(AuditPage.FROM_NEWEST);

        while (before.isPresent()) {
            UsePage page = useLog().list(ALICE, before.getAsLong(), 3);
            read.addAll(page.receipts());
            sizes.add(page.receipts().size());
            before = page.next();
        }

        assertEquals(appended, read);
        assertEquals(List.of(3, 3, 1), sizes);
    }

    @Test
    default void positions_outside_the_log_of_uses_give_an_empty_page() {
        appendMany(2);

        for (long before : new long[] {Long.MIN_VALUE, -1, 0}) {
            assertEquals(List.of(), useLog().list(ALICE, before, 1).receipts());
        }
    }

    /** Appends different receipts, and returns them newest first. */
    default List<UseReceipt> appendMany(int count) {
        List<UseReceipt> receipts = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> UseSamples.used(key(ALICE, GOOGLE, "account-" + i), NOW.plusMillis(i)))
                .toList());
        receipts.forEach(this::append);
        Collections.reverse(receipts);
        return receipts;
    }
}
