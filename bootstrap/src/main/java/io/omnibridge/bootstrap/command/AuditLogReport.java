package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseInspection;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.domain.identity.UserId;
import java.io.PrintWriter;
import picocli.CommandLine.ExitCode;

/**
 * Report of the verification of audit logs: a line for each that is wrong, and a summary. The user id ends the line, because
 * it may look like anything.
 */
final class AuditLogReport {

    private final Inspection inspection;
    private final Words words;
    private final boolean countsEveryUser;
    private final PrintWriter out;
    private long intact;
    private long events;
    private long wrong;

    private AuditLogReport(Inspection inspection, Words words, boolean countsEveryUser, PrintWriter out) {
        this.inspection = inspection;
        this.words = words;
        this.countsEveryUser = countsEveryUser;
        this.out = out;
    }

    /** Verifies one user's log against a head that was kept. */
    @FunctionalInterface
    private interface Inspection {
        VerificationResult of(UserId user, StoredChainHead kept);
    }

    /** How a report calls its log and the events of it. */
    private record Words(String beforeFault, String beforeUsers, String event) {}

    static AuditLogReport ofChanges(ChainInspection inspection, PrintWriter out) {
        return new AuditLogReport(inspection::of, new Words("", "", "event"), true, out);
    }

    /** @param countsEveryUser whether users without uses count, and a summary is printed even if no user has any */
    static AuditLogReport ofUses(UseInspection inspection, boolean countsEveryUser, PrintWriter out) {
        return new AuditLogReport(inspection::of, new Words("uses ", "the uses of ", "receipt"), countsEveryUser, out);
    }

    /**
     * Verifies one user's audit log, and prints a line if it is wrong.
     *
     * @param kept a head that the log must contain; {@link StoredChainHead#NONE} for no such demand
     * @throws StoreUnavailable if the store did not respond in time, after a line that names the user
     */
    void verify(UserId user, StoredChainHead kept) {
        try {
            count(user, inspection.of(user, kept));
        } catch (StoreUnavailable e) {
            print(words.beforeFault() + "not checked", user);
            throw e;
        }
    }

    /** Counts users whose ids are not encoded as OmniBridge does, so that other software must have written them. */
    void countUnreadable(long users) {
        if (users > 0) {
            wrong += users;
            out.println("unreadable: " + Counted.of(users, "user"));
        }
    }

    /** Prints the summary and returns the exit status. */
    int summarize() {
        if (countsEveryUser || intact + wrong > 0) {
            out.println("checked " + words.beforeUsers() + Counted.of(intact + wrong, "user") + ": " + intact
                    + " intact with " + Counted.of(events, words.event()) + ", " + wrong + " wrong");
            out.flush();
        }
        return wrong == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void count(UserId user, VerificationResult result) {
        if (result instanceof VerificationResult.Intact whole) {
            intact += countsEveryUser || whole.head().count() > 0 ? 1 : 0;
            events += whole.head().count();
        } else {
            wrong++;
            print(words.beforeFault() + result.inWords(), user);
        }
    }

    private void print(String what, UserId user) {
        out.println(what + ": " + OneLine.of(user.value()));
        out.flush();
    }
}
