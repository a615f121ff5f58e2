package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.copy.CopyComparison;
import io.omnibridge.adapters.store.copy.StoreTotals;
import java.io.PrintWriter;
import picocli.CommandLine.ExitCode;

/**
 * Summary of the comparison of two stores after a copy.
 *
 * @param source the name of the store that was copied from
 * @param target the name of the store that was copied to
 */
record ComparisonSummary(String source, String target, PrintWriter out, PrintWriter err) {

    /** Prints the summary and returns the exit status. */
    int print(CopyComparison comparison) {
        out.println(source + " has " + inWords(comparison.source()));
        out.println(target + " has " + inWords(comparison.target()));
        if (comparison.unreadable() > 0) {
            err.println("omnibridge failed: " + source + " has "
                    + Counted.of(comparison.unreadable(), "user")
                    + " that cannot be read: see the output of omnibridge audit verify, restore or erase them, and"
                    + " run this again");
        }
        if (comparison.differing() > 0) {
            err.println("omnibridge failed: "
                    + Counted.of(comparison.differing(), "user differs", "users differ")
                    + ": stop every node that serves " + source + ", and run this again");
        }
        if (comparison.agrees()) {
            out.println("verified: both have the same; nodes may start on " + target);
        }
        return comparison.agrees() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String inWords(StoreTotals totals) {
        return Counted.of(totals.users(), "user") + ", " + Counted.of(totals.accounts(), "account") + ", "
                + Counted.of(totals.events(), "event") + ", digest " + totals.digest();
    }
}
