package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.FieldError;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.connect.BeginResult;
import io.omnibridge.application.connect.CompleteResult;
import io.omnibridge.domain.connect.AttemptFailure;

/** Problems of requests that begin or complete a connect attempt. */
final class ConnectProblems {

    private ConnectProblems() {}

    /** Returns why no attempt began. */
    static Problem of(BeginResult result) {
        if (result instanceof BeginResult.UnknownProvider) {
            return rejected(ProblemCode.UNKNOWN_PROVIDER, "provider", "must be one of the providers of GET /providers");
        }
        if (result instanceof BeginResult.ScopesRefused) {
            return rejected(
                    ProblemCode.SCOPES_REFUSED, "scopes", "must be among the provider's scopes in GET /providers");
        }
        if (result instanceof BeginResult.ReturnToRequired required) {
            return rejected(ProblemCode.RETURN_TO_REQUIRED, "return_to", required(required.allowed()));
        }
        if (result instanceof BeginResult.ReturnToRefused) {
            return rejected(
                    ProblemCode.RETURN_TO_REFUSED,
                    "return_to",
                    "must be, character for character, one of the URLs that the operator allows");
        }
        return result instanceof BeginResult.Busy
                ? busy()
                : new Problem(
                        ProblemCode.TOO_MANY_ATTEMPTS,
                        "The user has the maximum number of open attempts; complete one, or wait until they expire.");
    }

    /** Tells the client what to send, or its operator what to configure. */
    private static String required(int allowed) {
        return allowed == 0
                ? "is required, since only an application can receive the ticket; the operator has to allow its URL in"
                        + " return_to of the providers file"
                : "is required, since only an application can receive the ticket: one of the " + allowed
                        + " URLs that the operator allows";
    }

    private static Problem rejected(ProblemCode code, String member, String detail) {
        return Problem.rejectedMember(
                code, "The member " + member + " " + detail + ".", new FieldError("/" + member, detail));
    }

    /** Returns why an attempt was not completed. */
    static Problem of(CompleteResult result) {
        if (result instanceof CompleteResult.NotReturned) {
            return new Problem(
                    ProblemCode.ATTEMPT_NOT_RETURNED,
                    "The browser has not returned from the provider yet; open authorization_url in it first.");
        }
        if (result instanceof CompleteResult.InProgress) {
            return new Problem(
                    ProblemCode.ATTEMPT_IN_PROGRESS, "Another request is completing the attempt; poll its status.");
        }
        if (result instanceof CompleteResult.WrongTicket) {
            return new Problem(
                    ProblemCode.WRONG_TICKET,
                    "This is not the ticket that the browser received; a few wrong tickets fail the attempt.");
        }
        if (result instanceof CompleteResult.Busy) {
            return busy();
        }
        return result instanceof CompleteResult.Failed failed
                ? failed(failed.reason())
                : new Problem(ProblemCode.ATTEMPT_EXPIRED, "The attempt was not completed in time; begin another one.");
    }

    private static Problem failed(AttemptFailure reason) {
        ProblemCode code =
                FailureMessages.isCausedByProvider(reason) ? ProblemCode.PROVIDER_FAILED : ProblemCode.ATTEMPT_FAILED;
        return new Problem(code, FailureMessages.sentence(reason)).with("reason", JsonWriter.word(reason));
    }

    private static Problem busy() {
        return Problem.temporary(ProblemCode.BUSY, "Too many calls to the provider are in flight; retry later.");
    }
}
