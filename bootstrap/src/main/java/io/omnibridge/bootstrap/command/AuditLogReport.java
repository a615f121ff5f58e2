package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.domain.identity.UserId;
import java.io.PrintWriter;
import picocli.CommandLine.ExitCode;

/** Checks records and says what is wrong: a line for each, with the user last, since a user id may look like anything. */
final class AuditLogReport {

    private final ChainInspection inspection;
    private final PrintWriter out;
    private long intact;
    private long events;
    private long wrong;

    AuditLogReport(ChainInspection inspection, PrintWriter out) {
        this.inspection = inspection;
        this.out = out;
    }

    /** @throws StoreUnavailable if the store did not answer in time; a line says whose record it was about */
    void check(UserId user, StoredChainHead kept) {
        try {
            count(user, inspection.of(user, kept));
        } catch (StoreUnavailable e) {
            say("not checked", user);
            throw e;
        }
    }

    /** Counts users whose very names are not as the store writes them: somebody else did. */
    void unreadable(long users) {
        if (users > 0) {
            wrong += users;
            out.println("unreadable: " + users + " users");
        }
    }

    /** The last line; answers the exit status. */
    int summary() {
        out.println("checked " + (intact + wrong) + " users: " + intact + " intact with " + events + " events, " + wrong
                + " wrong");
        out.flush();
        return wrong == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void count(UserId user, VerificationResult verdict) {
        if (verdict instanceof VerificationResult.Intact whole) {
            intact++;
            events += whole.head().count();
        } else {
            wrong++;
            say(verdict.inWords(), user);
        }
    }

    private void say(String what, UserId user) {
        out.println(what + ": " + OneLine.of(user.value()));
        out.flush();
    }
}
