package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.application.use.UseResult;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.TreeSet;

/** The problems of uses that give nothing back. Each says what the caller can do. */
final class UseProblems {

    private UseProblems() {}

    /** Returns the problem of a result that is no answer. */
    static Problem of(UseResult result, ProviderId provider) {
        return result instanceof UseResult.Refused refused
                ? refused(refused.refusal(), provider)
                : failed((UseResult.Failed) result);
    }

    private static Problem refused(UseRefusal refusal, ProviderId provider) {
        if (refusal instanceof UseRefusal.Invalid invalid) {
            return new Problem(ProblemCode.INVALID_REQUEST, invalid.detail());
        }
        if (refusal instanceof UseRefusal.NotARead notARead) {
            return new Problem(
                    ProblemCode.NOT_A_READ, notARead.detail() + " GET /api/" + provider.value() + " lists all reads.");
        }
        if (refusal instanceof UseRefusal.LimitReached limit) {
            return retryAfter(
                    limit.retryAfter(),
                    new Problem(
                            ProblemCode.RATE_LIMITED,
                            "The provider's limit for this account is reached; ask again when it ends."));
        }
        if (refusal instanceof UseRefusal.Busy) {
            return Problem.temporary(
                    ProblemCode.BUSY, "Too many calls to this provider are in flight; ask again when they have ended.");
        }
        return isAboutLease(refusal) ? ofLease(refusal) : ofAccount(refusal, provider);
    }

    private static boolean isAboutLease(UseRefusal refusal) {
        return refusal instanceof UseRefusal.LeaseOver
                || refusal instanceof UseRefusal.LeaseRequired
                || refusal instanceof UseRefusal.OutsideLease;
    }

    private static Problem ofLease(UseRefusal refusal) {
        if (refusal instanceof UseRefusal.LeaseOver over) {
            return Authenticator.leaseEnded(leaseEnded(over.by())).with("ended_by", JsonWriter.word(over.by()));
        }
        return refusal instanceof UseRefusal.OutsideLease
                ? new Problem(
                        ProblemCode.OUTSIDE_LEASE,
                        "The lease does not open this account, source or kind of use; ask the user for another lease.")
                : new Problem(
                        ProblemCode.LEASE_REQUIRED,
                        "This service gives data to leases alone; make one with POST /leases and send its token.");
    }

    private static String leaseEnded(LeaseEnd by) {
        return switch (by) {
            case EXPIRY -> "The lease has expired; ask the user for another one.";
            case USES -> "All uses of the lease are made; ask the user for another one.";
            case OWNER -> "The lease was ended; ask the user for another one.";
        };
    }

    private static Problem ofAccount(UseRefusal refusal, ProviderId provider) {
        if (refusal instanceof UseRefusal.NeedsReconnect needsReconnect) {
            return new Problem(
                            ProblemCode.NEEDS_RECONNECT,
                            "The provider accepts the account's credentials no more; the user has to connect it again.")
                    .with(
                            "status_detail",
                            JsonWriter.word(needsReconnect.reason().code()));
        }
        if (refusal instanceof UseRefusal.NotGranted notGranted) {
            return new Problem(
                    ProblemCode.NOT_GRANTED,
                    "The account was connected without a scope that this read needs; connect it again with one of: "
                            + String.join(", ", new TreeSet<>(notGranted.scopes())) + ".");
        }
        if (refusal instanceof UseRefusal.NotConfigured notConfigured) {
            return new Problem(
                    ProblemCode.NOT_CONFIGURED,
                    notConfigured.isOtherOrigin()
                            ? "The account was connected to another client or server than " + provider.value()
                                    + " is configured with; connect it again."
                            : "The provider is not configured at this service; tell its operator.");
        }
        return refusal instanceof UseRefusal.NotUsable notUsable
                ? new Problem(ProblemCode.NOT_USABLE, notUsable(notUsable.why()))
                : new Problem(ProblemCode.NOT_FOUND, "The account does not exist.");
    }

    private static String notUsable(UseRefusal.NotUsable.Why why) {
        return switch (why) {
            case NOT_ALLOWED ->
                "The account was linked by token, and its provider's entry lacks data_by_token; connect it instead.";
            case NOT_CONFIRMED ->
                "The account was linked by token, and the provider did not confirm that the token is this account's.";
            case TOKEN_TOO_SHORT ->
                "The account's access token is shorter than 20 characters, so it could not be kept out of responses.";
        };
    }

    private static Problem failed(UseResult.Failed failed) {
        return retryAfter(failed.retryAfter(), ofFailure(failed.reason()));
    }

    private static Problem ofFailure(UseFailure reason) {
        return switch (reason) {
            case PROVIDER_UNAVAILABLE ->
                new Problem(ProblemCode.PROVIDER_UNAVAILABLE, "The provider cannot be reached; ask again later.");
            case PROVIDER_TIMEOUT ->
                new Problem(ProblemCode.PROVIDER_TIMEOUT, "The provider did not respond in time; ask again later.");
            case PROVIDER_REDIRECT ->
                new Problem(
                        ProblemCode.PROVIDER_REDIRECT,
                        "The provider redirects this read, and a token follows no redirect.");
            case RESPONSE_TOO_LARGE ->
                new Problem(
                        ProblemCode.RESPONSE_TOO_LARGE,
                        "The provider's response is larger than this service gives back; ask for a smaller page.");
            default -> new Problem(ProblemCode.PROVIDER_ERROR, "The provider's response cannot be read.");
        };
    }

    private static Problem retryAfter(Duration time, Problem problem) {
        return time.isZero()
                ? problem
                : problem.withHeader(
                        "Retry-After", Long.toString(time.plusMillis(999).toSeconds()));
    }
}
