package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.domain.use.UseFailure;

/** The problems of uses that were made and received nothing. */
final class FailureProblems {

    private FailureProblems() {}

    static Problem of(UseFailure reason) {
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
                        "The provider's response is larger than this service allows; ask for a smaller page.");
            default -> new Problem(ProblemCode.PROVIDER_ERROR, "The provider's response cannot be read.");
        };
    }
}
