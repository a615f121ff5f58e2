package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;

/** The problems of uses that were made and received nothing. */
final class FailureProblems {

    private FailureProblems() {}

    /** @param retryAfter how long a limit goes on */
    static Problem of(UseFailure reason, Duration retryAfter) {
        return switch (reason) {
            case PROVIDER_UNAVAILABLE ->
                new Problem(ProblemCode.PROVIDER_UNAVAILABLE, "The provider cannot be reached; ask again later.");
            case PROVIDER_TIMEOUT ->
                new Problem(ProblemCode.PROVIDER_TIMEOUT, "The provider did not respond in time; ask again later.");
            case PROVIDER_REDIRECT ->
                new Problem(
                        ProblemCode.PROVIDER_REDIRECT,
                        "The provider redirects this read to another address, where this service does not send a token.");
            case RESPONSE_TOO_LARGE ->
                new Problem(
                        ProblemCode.RESPONSE_TOO_LARGE,
                        "The provider's response is larger than this service allows; ask for a smaller page.");
            case RATE_LIMITED -> RetryLater.limitReached(retryAfter);
            case BUSY ->
                new Problem(
                        ProblemCode.BUSY,
                        "Too many calls to this provider are in flight; ask again when they have ended.");
            case NOT_GRANTED ->
                new Problem(
                        ProblemCode.NOT_GRANTED,
                        "The provider says that the account lacks a permission for this read; connect it again.");
            case NEEDS_RECONNECT ->
                new Problem(
                                ProblemCode.NEEDS_RECONNECT,
                                "The account's access token expired, and cannot be refreshed; the user has to connect"
                                        + " it again.")
                        .with("status_detail", JsonWriter.word(ReconnectCode.EXPIRED));
            case NOT_FOUND ->
                new Problem(ProblemCode.NOT_FOUND, "The account was unlinked, or the provider has no such thing.");
            case CREDENTIALS_UNREADABLE ->
                new Problem(
                        ProblemCode.CREDENTIALS_UNREADABLE,
                        "The stored credentials cannot be opened with the keys of this service; tell its operator.");
            case INTERNAL_ERROR -> new Problem(ProblemCode.INTERNAL_ERROR, "The service failed unexpectedly.");
            default -> new Problem(ProblemCode.PROVIDER_ERROR, "The provider's response cannot be read.");
        };
    }
}
