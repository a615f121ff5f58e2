package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.use.UnusableTokenReason;
import io.omnibridge.application.use.UseRefusal;
import java.util.Set;
import java.util.TreeSet;

/** The problems of uses that the state of an account prevents. */
final class AccountProblems {

    private AccountProblems() {}

    static Problem of(UseRefusal refusal) {
        if (refusal instanceof UseRefusal.NeedsReconnect needsReconnect) {
            return new Problem(
                            ProblemCode.NEEDS_RECONNECT,
                            "The provider no longer accepts the account's credentials; the user has to connect it again.")
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

    private static String notUsable(UnusableTokenReason why) {
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
}
