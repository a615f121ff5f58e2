package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.application.use.UseResult;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** The problems of uses that give nothing back. Each says what the caller can do. */
public final class UseProblems {

    private static final Set<ProblemCode> RETRIED_LATER =
            Set.of(ProblemCode.PROVIDER_UNAVAILABLE, ProblemCode.RATE_LIMITED, ProblemCode.BUSY);

    private UseProblems() {}

    /** Returns the problem of a result that is no answer. */
    public static Problem of(UseResult result, ProviderId provider) {
        return result instanceof UseResult.Refused refused
                ? of(refused.refusal(), provider)
                : failed(((UseResult.Failed) result).reason(), ((UseResult.Failed) result).retryAfter());
    }

    /** Returns the problem of a use of a provider's API that does not take place. */
    public static Problem of(UseRefusal refusal, ProviderId provider) {
        return refusal instanceof UseRefusal.NotARead notARead
                ? new Problem(
                        ProblemCode.NOT_A_READ,
                        notARead.detail() + " GET /api/" + provider.value() + " lists all reads.")
                : of(refusal);
    }

    /** Returns the problem of a use that does not take place. */
    public static Problem of(UseRefusal refusal) {
        if (refusal instanceof UseRefusal.Invalid invalid) {
            return new Problem(ProblemCode.INVALID_REQUEST, invalid.detail());
        }
        if (refusal instanceof UseRefusal.NotARead notARead) {
            return new Problem(ProblemCode.NOT_A_READ, notARead.detail());
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
        return LeaseProblems.of(refusal).orElseGet(() -> ofAccount(refusal));
    }

    private static Problem ofAccount(UseRefusal refusal) {
        if (refusal instanceof UseRefusal.NeedsReconnect needsReconnect) {
            return new Problem(
                            ProblemCode.NEEDS_RECONNECT,
                            "The provider accepts the account's credentials no more; the user has to connect it again.")
                    .with(
                            "status_detail",
                            JsonWriter.word(needsReconnect.reason().code()));
        }
        if (refusal instanceof UseRefusal.NotGranted notGranted) {
            return new Problem(ProblemCode.NOT_GRANTED, notGranted(notGranted.scopes()));
        }
        if (refusal instanceof UseRefusal.NotConfigured notConfigured) {
            return new Problem(
                    ProblemCode.NOT_CONFIGURED,
                    notConfigured.isOtherOrigin()
                            ? "The account was connected to another client or server than its provider is configured"
                                    + " with; connect it again."
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

    private static String notGranted(Set<String> scopes) {
        String sentence = "The account was connected without a scope that this read needs; connect it again";
        return scopes.isEmpty()
                ? sentence + "."
                : sentence + " with one of: " + String.join(", ", new TreeSet<>(scopes)) + ".";
    }

    /** Returns the problem of a use that was made and received nothing. */
    public static Problem failed(UseFailure reason, Duration retryAfter) {
        Problem problem = FailureProblems.of(reason);
        return RETRIED_LATER.contains(problem.code()) ? retryAfter(retryAfter, problem) : problem;
    }

    /** Adds the seconds to wait, rounded up, and at least one (RFC 9110 §10.2.3). */
    private static Problem retryAfter(Duration time, Problem problem) {
        long seconds = Math.max(1, time.plusMillis(999).toSeconds());
        return problem.withHeader("Retry-After", Long.toString(seconds));
    }
}
