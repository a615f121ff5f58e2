package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.FieldError;
import io.omnibridge.adapters.http.problem.Problem;
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
import io.omnibridge.domain.connect.AttemptFailure;
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
            throw new ProblemException(problem(result));
        }
    }

    private static Problem problem(BeginResult result) {
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
            throw new ProblemException(problem(result));
        }
    }

    private static Problem problem(CompleteResult result) {
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

    static AttemptId attempt(RequestContext request) {
        return request.pathParameter("attempt_id", AttemptId::new).orElseThrow(ConnectRoutes::attemptNotFound);
    }

    /** Returns one and the same problem for another user's attempt, an unknown attempt and a malformed id. */
    static ProblemException attemptNotFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "The user has no such attempt.");
    }
}
