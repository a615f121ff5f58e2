package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.application.use.UseResult;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Set;

/** The problems of uses without a result. Each says what the caller can do. */
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
            return RetryLater.in(limit.retryAfter(), RetryLater.limitReached(limit.retryAfter()));
        }
        if (refusal instanceof UseRefusal.NotPermitted) {
            return Challenge.SERVICE
                    .insufficientScope(Permission.READ_DATA.scope())
                    .problem();
        }
        if (refusal instanceof UseRefusal.Busy) {
            return Problem.temporary(
                    ProblemCode.BUSY, "Too many calls to this provider are in flight; ask again when they have ended.");
        }
        return LeaseProblems.of(refusal).orElseGet(() -> AccountProblems.of(refusal));
    }

    /** Returns the problem of a use that was made and received nothing. */
    public static Problem failed(UseFailure reason, Duration retryAfter) {
        Problem problem = FailureProblems.of(reason, retryAfter);
        return RETRIED_LATER.contains(problem.code()) ? RetryLater.in(retryAfter, problem) : problem;
    }
}
