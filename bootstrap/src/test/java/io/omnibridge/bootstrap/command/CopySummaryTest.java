package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.copy.CopyComparison;
import io.omnibridge.adapters.store.copy.CopyReport;
import io.omnibridge.adapters.store.copy.StoreTotals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopySummaryTest {

    private static final StoreTotals TWO = new StoreTotals(2, 3, 4, BigInteger.TEN);
    private static final StoreTotals ONE = new StoreTotals(1, 1, 1, BigInteger.ONE);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void equal_stores_are_reported_with_counts_and_digest() {
        assertEquals(0, print(Optional.of(new CopyComparison(TWO, TWO, 0, 0))));

        String digest = "0".repeat(63) + "a";
        assertEquals("""
                copied 5 users, left 6 unchanged, removed 7
                postgres has 2 users, 3 accounts, 4 events, digest %1$s
                redis has 2 users, 3 accounts, 4 events, digest %1$s
                verified: both have the same; nodes may start on redis
                """.formatted(digest), lines(out));
        assertEquals("", lines(err));
    }

    @Test
    void different_stores_fail_with_advice() {
        assertEquals(1, print(Optional.of(new CopyComparison(TWO, ONE, 1, 0))));

        assertEquals(
                "omnibridge failed: 1 user differs: stop every node that serves postgres, and run this again\n",
                lines(err));
    }

    @Test
    void unreadable_users_fail_with_advice() {
        assertEquals(1, print(Optional.of(new CopyComparison(ONE, ONE, 0, 1))));

        assertTrue(
                lines(err).startsWith("omnibridge failed: postgres has 1 user that cannot be read: "), err::toString);
    }

    @Test
    void a_copy_ahead_is_reported_as_not_compared() {
        assertEquals(0, print(Optional.empty()));

        assertEquals("""
                copied 5 users, left 6 unchanged, removed 7
                not compared: no node starts on redis until a run without --ahead has succeeded
                """, lines(out));
    }

    private int print(Optional<CopyComparison> comparison) {
        return new CopySummary("postgres", "redis", new PrintWriter(out), new PrintWriter(err))
                .print(new CopyReport(5, 6, 7, comparison));
    }

    private static String lines(StringWriter printed) {
        return printed.toString().replace("\r", "");
    }
}
