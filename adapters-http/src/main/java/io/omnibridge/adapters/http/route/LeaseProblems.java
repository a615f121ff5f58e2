package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.lease.LeaseEnd;
import java.util.Optional;

/** The problems of uses that a lease does not allow, or that need one. */
final class LeaseProblems {

    private LeaseProblems() {}

    /** Returns the problem; empty if the refusal is not about leases. */
    static Optional<Problem> of(UseRefusal refusal) {
        if (refusal instanceof UseRefusal.LeaseOver over) {
            return Optional.of(
                    Challenge.SERVICE.leaseEnded(sentence(over.by())).with("ended_by", JsonWriter.word(over.by())));
        }
        if (refusal instanceof UseRefusal.OutsideLease) {
            return Optional.of(new Problem(
                    ProblemCode.OUTSIDE_LEASE,
                    "The lease does not open this account, source or kind of use; ask the user for another lease."));
        }
        return refusal instanceof UseRefusal.LeaseRequired
                ? Optional.of(new Problem(
                        ProblemCode.LEASE_REQUIRED,
                        "This service gives data to leases alone; make one with POST /leases and send its token."))
                : Optional.empty();
    }

    private static String sentence(LeaseEnd by) {
        return switch (by) {
            case EXPIRY -> "The lease has expired; ask the user for another one.";
            case USES -> "All uses of the lease are made; ask the user for another one.";
            case OWNER -> "The lease was ended; ask the user for another one.";
        };
    }
}
