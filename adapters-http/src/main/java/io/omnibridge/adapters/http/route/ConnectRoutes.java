package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.AccountView;
import io.omnibridge.adapters.http.view.AttemptView;
import io.omnibridge.adapters.http.view.BegunAttemptView;
import io.omnibridge.adapters.http.view.ConnectedView;
import io.omnibridge.application.accounts.DescribeAccounts;
import io.omnibridge.application.connect.BeginConnect;
import io.omnibridge.application.connect.BeginConnectCommand;
import io.omnibridge.application.connect.BeginResult;
import io.omnibridge.application.connect.CompleteConnect;
import io.omnibridge.application.connect.CompleteResult;
import io.omnibridge.application.connect.FindAttempt;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.List;
import java.util.Set;

/** Routes that connect an account: begin an attempt, show its status, and complete it. */
public final class ConnectRoutes {

    static final String ONE_ATTEMPT = "/connect/{attempt_id}";

    private final BeginConnect beginConnect;
    private final FindAttempt findAttempt;
    private final CompleteConnect completeConnect;
    private final DescribeAccounts describeAccounts;
    private final Locations locations;

    public ConnectRoutes(
            BeginConnect beginConnect,
            FindAttempt findAttempt,
            CompleteConnect completeConnect,
            DescribeAccounts describeAccounts,
            Locations locations) {
        this.beginConnect = beginConnect;
        this.findAttempt = findAttempt;
        this.completeConnect = completeConnect;
        this.describeAccounts = describeAccounts;
        this.locations = locations;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Guarded(HandlerType.POST, "/connect", Set.of(), Permission.CONNECT_ACCOUNT, this::begin),
                new Route.Guarded(HandlerType.GET, ONE_ATTEMPT, Set.of(), Permission.CONNECT_ACCOUNT, this::find),
                new Route.Guarded(
                        HandlerType.POST,
                        ONE_ATTEMPT + "/complete",
                        Set.of(),
                        Permission.CONNECT_ACCOUNT,
                        this::complete));
    }

    private void begin(Caller caller, RequestContext request) {
        BeginConnectCommand command = ConnectRequest.begin(request.jsonBody());
        BeginResult result = beginConnect.begin(caller, request.requestId(), command);
        if (result instanceof BeginResult.Begun begun) {
            ConnectAttempt attempt = begun.attempt();
            request.header("Location", locations.of(attempt.id()));
            request.respond(201, new BegunAttemptView(attempt.id(), begun.authorizationUrl(), attempt.expiresAt()));
        } else {
            throw new ProblemException(ConnectProblems.of(result));
        }
    }

    private void find(Caller caller, RequestContext request) {
        request.respond(
                200,
                new AttemptView(
                        findAttempt.find(caller, attempt(request)).orElseThrow(ConnectRoutes::attemptNotFound)));
    }

    private void complete(Caller caller, RequestContext request) {
        String ticket = ConnectRequest.ticket(request.jsonBody());
        CompleteResult result = completeConnect.complete(caller, request.requestId(), attempt(request), ticket);
        if (result instanceof CompleteResult.Completed completed) {
            request.header("Location", locations.of(completed.account().key()));
            request.respond(
                    201,
                    new ConnectedView(
                            new AccountView(describeAccounts.describe(completed.account())), completed.warnings()));
        } else if (result instanceof CompleteResult.NotFound) {
            throw attemptNotFound();
        } else {
            throw new ProblemException(ConnectProblems.of(result));
        }
    }

    static AttemptId attempt(RequestContext request) {
        return request.pathParameter("attempt_id", AttemptId::new).orElseThrow(ConnectRoutes::attemptNotFound);
    }

    /** Returns one and the same problem for another user's attempt, an unknown attempt and a malformed id. */
    static ProblemException attemptNotFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "The user has no such attempt.");
    }
}
