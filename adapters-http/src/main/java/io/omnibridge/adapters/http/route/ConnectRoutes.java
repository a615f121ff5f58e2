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
import io.omnibridge.adapters.http.view.LinkedView;
import io.omnibridge.application.access.Permission;
import io.omnibridge.application.connect.BeginConnect;
import io.omnibridge.application.connect.BeginResult;
import io.omnibridge.application.connect.CompleteConnect;
import io.omnibridge.application.connect.CompleteResult;
import io.omnibridge.application.connect.FindAttempt;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The routes by which a user connects an account: to begin an attempt, to see how it goes, and to complete it. */
public final class ConnectRoutes {

    private static final String ONE_ATTEMPT = "/connect/{attempt_id}";

    private final BeginConnect beginConnect;
    private final FindAttempt findAttempt;
    private final CompleteConnect completeConnect;
    private final Clock clock;

    public ConnectRoutes(
            BeginConnect beginConnect, FindAttempt findAttempt, CompleteConnect completeConnect, Clock clock) {
        this.beginConnect = beginConnect;
        this.findAttempt = findAttempt;
        this.completeConnect = completeConnect;
        this.clock = clock;
    }

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
        BeginConnect.Command command = ConnectRequest.begin(request.jsonBody());
        BeginResult result = beginConnect.begin(caller, request.requestId(), command);
        if (result instanceof BeginResult.Begun begun) {
            ConnectAttempt attempt = begun.attempt();
            request.header("Location", "/connect/" + attempt.id().value());
            request.respond(201, new BegunAttemptView(attempt.id(), begun.authorizationUrl(), attempt.expiresAt()));
        } else {
            throw new ProblemException(refusal(result));
        }
    }

    private static Problem refusal(BeginResult result) {
        if (result instanceof BeginResult.UnknownProvider) {
            return refused(ProblemCode.UNKNOWN_PROVIDER, "provider", "is none of GET /providers");
        }
        if (result instanceof BeginResult.ScopesRefused) {
            return refused(
                    ProblemCode.SCOPES_REFUSED, "scopes", "must be among the scopes that GET /providers has for it");
        }
        if (result instanceof BeginResult.ReturnToRefused) {
            return refused(
                    ProblemCode.RETURN_TO_REFUSED,
                    "return_to",
                    "must be one of the URLs that whoever runs this service allows, to the character");
        }
        return new Problem(
                ProblemCode.TOO_MANY_ATTEMPTS,
                "The user has as many attempts under way as a user may have; complete one, or wait until they expire.");
    }

    private static Problem refused(ProblemCode code, String member, String detail) {
        return Problem.refusedMember(
                code, "The member " + member + " " + detail + ".", new FieldError("/" + member, detail));
    }

    private void find(Caller caller, RequestContext request) {
        request.respond(
                200,
                new AttemptView(findAttempt.find(caller, attempt(request)).orElseThrow(ConnectRoutes::noSuchAttempt)));
    }

    private void complete(Caller caller, RequestContext request) {
        String ticket = ConnectRequest.ticket(request.jsonBody());
        CompleteResult result = completeConnect.complete(caller, request.requestId(), attempt(request), ticket);
        if (result instanceof CompleteResult.Completed completed) {
            request.header(
                    "Location", AccountRoutes.location(completed.account().key()));
            request.respond(201, new LinkedView(new AccountView(completed.account(), clock.instant())));
        } else if (result instanceof CompleteResult.NotFound) {
            throw noSuchAttempt();
        } else {
            throw new ProblemException(refusal(result));
        }
    }

    private static Problem refusal(CompleteResult result) {
        if (result instanceof CompleteResult.NotReturned) {
            return new Problem(
                    ProblemCode.ATTEMPT_NOT_RETURNED,
                    "The browser has not come back from the provider yet; open authorization_url in it first.");
        }
        if (result instanceof CompleteResult.InProgress) {
            return new Problem(
                    ProblemCode.ATTEMPT_IN_PROGRESS,
                    "The attempt is being completed; see what becomes of it, or ask again in a moment.");
        }
        if (result instanceof CompleteResult.WrongTicket) {
            return new Problem(
                    ProblemCode.WRONG_TICKET,
                    "This is not the ticket that the browser brought back; a few wrong ones end the attempt.");
        }
        return result instanceof CompleteResult.Failed failed
                ? failed(failed.reason())
                : new Problem(ProblemCode.ATTEMPT_EXPIRED, "The attempt was not completed in time; begin another one.");
    }

    private static Problem failed(AttemptFailure reason) {
        ProblemCode code =
                FailureMessages.isOfProvider(reason) ? ProblemCode.PROVIDER_FAILED : ProblemCode.ATTEMPT_FAILED;
        return new Problem(code, FailureMessages.sentence(reason)).withReason(JsonWriter.word(reason));
    }

    private static AttemptId attempt(RequestContext request) {
        try {
            return new AttemptId(request.pathParameter("attempt_id"));
        } catch (InvalidValue e) {
            throw noSuchAttempt();
        }
    }

    /** The same for an attempt of somebody else, one that does not exist, and one that cannot exist. */
    private static ProblemException noSuchAttempt() {
        return new ProblemException(ProblemCode.NOT_FOUND, "The user has no such attempt.");
    }
}
