package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.copy.CopyComparison;
import io.omnibridge.adapters.store.copy.CopyReport;
import java.io.PrintWriter;
import picocli.CommandLine.ExitCode;

/**
 * Summary of a copy.
 *
 * @param source the name of the store that was copied from
 * @param target the name of the store that was copied to
 */
record CopySummary(String source, String target, PrintWriter out, PrintWriter err) {

    /** Prints the summary and returns the exit status. */
    int print(CopyReport report) {
        out.println("copied " + Counted.of(report.copied(), "user") + ", left " + report.kept() + " unchanged, removed "
                + report.removed());
        int status = report.comparison().map(this::compared).orElseGet(this::printAhead);
        out.flush();
        err.flush();
        return status;
    }

    private int printAhead() {
        out.println("not compared: no node starts on " + target + " until a run without --ahead has succeeded");
        return ExitCode.OK;
    }

    private int compared(CopyComparison comparison) {
        return new ComparisonSummary(source, target, out, err).print(comparison);
    }
}
