package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.application.connect.CancelConnect;
import io.omnibridge.application.connect.CancelResult;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Route that cancels an attempt to connect an account. */
public final class CancelRoutes {

    private final CancelConnect cancelConnect;

    public CancelRoutes(CancelConnect cancelConnect) {
        this.cancelConnect = Objects.requireNonNull(cancelConnect);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Guarded(
                HandlerType.DELETE, ConnectRoutes.ONE_ATTEMPT, Set.of(), Permission.CONNECT_ACCOUNT, this::cancel));
    }

    private void cancel(Caller caller, RequestContext request) {
        AttemptId attempt = ConnectRoutes.attempt(request);
        CancelResult result = cancelConnect.cancel(caller, request.requestId(), attempt);
        switch (result) {
            case CANCELLED -> request.respondNoContent();
            case NOT_FOUND -> throw ConnectRoutes.attemptNotFound();
            case IN_PROGRESS, COMPLETED, FAILED, EXPIRED -> throw new ProblemException(problem(result));
        }
    }

    private static Problem problem(CancelResult result) {
        return switch (result) {
            case IN_PROGRESS ->
                new Problem(
                        ProblemCode.ATTEMPT_IN_PROGRESS,
                        "The attempt is being completed; poll its status, and unlink the account if it is linked.");
            case COMPLETED ->
                new Problem(
                        ProblemCode.ATTEMPT_COMPLETED, "The attempt linked the account; unlink the account instead.");
            case EXPIRED -> new Problem(ProblemCode.ATTEMPT_EXPIRED, "The attempt has expired already.");
            default -> new Problem(ProblemCode.ATTEMPT_FAILED, "The attempt has failed already.");
        };
    }
}
