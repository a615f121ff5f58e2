package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.use.LeaseRestriction;
import io.omnibridge.application.use.UseRefusal;
import java.util.Optional;

/** The problems of uses that a lease does not allow, or that need one. */
final class LeaseProblems {

    private LeaseProblems() {}

    /** Returns the problem; empty if the refusal is not about leases. */
    static Optional<Problem> of(UseRefusal refusal) {
        if (refusal instanceof UseRefusal.LeaseOver over) {
            return Optional.of(
                    Challenge.SERVICE.leaseEnded(sentence(over)).with("ended_by", JsonWriter.word(over.by())));
        }
        if (refusal instanceof UseRefusal.OutsideLease outside) {
            return Optional.of(new Problem(ProblemCode.OUTSIDE_LEASE, sentence(outside.term())));
        }
        return refusal instanceof UseRefusal.LeaseRequired
                ? Optional.of(new Problem(
                        ProblemCode.LEASE_REQUIRED,
                        "This service gives data to leases alone; make one with POST /leases and send its token."))
                : Optional.empty();
    }

    private static String sentence(UseRefusal.LeaseOver over) {
        String at = over.at().map(time -> " at " + JsonWriter.time(time)).orElse("");
        return switch (over.by()) {
            case EXPIRY -> "The lease expired" + at + "; ask the user for another one.";
            case USES -> "The last use of the lease was made" + at + "; ask the user for another one.";
            case OWNER -> "The lease was ended" + at + "; ask the user for another one.";
        };
    }

    private static String sentence(LeaseRestriction term) {
        return switch (term) {
            case KIND ->
                "The lease is not for this kind of use: its member 'of' names others. Ask the user for another lease.";
            case ACCOUNT ->
                "The lease is not for this account: its member 'accounts' names others. Ask the user for another lease.";
            case SOURCE ->
                "The lease is not for this source: its member 'sources' names others. Ask the user for another lease.";
        };
    }
}
