package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;

/**
 * Challenge of a response to a caller without a sufficient token (RFC 6750 §3), and the problems that carry it.
 *
 * @param text without an error
 */
record Challenge(String text) {

    /** The challenge of all routes but that of agents. */
    static final Challenge SERVICE = new Challenge("Bearer realm=\"omnibridge\"");

    private static final String HEADER = "WWW-Authenticate";

    ProblemException unauthenticated() {
        return new ProblemException(new Problem(
                        ProblemCode.UNAUTHENTICATED,
                        "This resource requires a bearer token in the Authorization header.")
                .withHeader(HEADER, text));
    }

    ProblemException invalidToken(String detail) {
        return new ProblemException(
                new Problem(ProblemCode.INVALID_TOKEN, detail).withHeader(HEADER, text + ", error=\"invalid_token\""));
    }

    /** Returns the problem of a lease token whose lease has ended. */
    Problem leaseEnded(String detail) {
        return new Problem(ProblemCode.LEASE_ENDED, detail).withHeader(HEADER, text + ", error=\"invalid_token\"");
    }

    /** Returns the problem of a verified caller whose token lacks {@code scope}. */
    ProblemException insufficientScope(String scope) {
        return new ProblemException(
                new Problem(ProblemCode.INSUFFICIENT_SCOPE, "The token lacks the scope " + scope + ".")
                        .withHeader(HEADER, text + ", error=\"insufficient_scope\", scope=\"" + scope + "\""));
    }
}
