package io.omnibridge.adapters.http.page;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.route.PageHandler;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.connect.AttemptOfPage;
import io.omnibridge.application.connect.CancelConnect;
import io.omnibridge.application.connect.CompleteConnect;
import io.omnibridge.application.connect.CompleteResult;
import io.omnibridge.application.connect.FindAttempt;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptStatus;
import io.omnibridge.domain.session.BrowserTicket;
import io.omnibridge.domain.session.Session;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Routes of the page that a browser reaches from a provider. Connecting needs two things: the session of the user who began, and the ticket,
 * which only the browser that returned from the provider has. Without both, nothing is exchanged.
 */
public final class ConnectedRoutes {

    private final SessionFrames frames;
    private final TicketCookies tickets;
    private final FindAttempt findAttempt;
    private final CompleteConnect completeConnect;
    private final CancelConnect cancelConnect;
    private final ConnectedPages pages;

    public ConnectedRoutes(
            SessionFrames frames,
            TicketCookies tickets,
            FindAttempt findAttempt,
            CompleteConnect completeConnect,
            CancelConnect cancelConnect,
            AccountCards cards) {
        this.frames = Objects.requireNonNull(frames);
        this.tickets = Objects.requireNonNull(tickets);
        this.findAttempt = Objects.requireNonNull(findAttempt);
        this.completeConnect = Objects.requireNonNull(completeConnect);
        this.cancelConnect = Objects.requireNonNull(cancelConnect);
        this.pages = new ConnectedPages(frames, cards);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                route(HandlerType.GET, AccountPaths.CONNECTED, this::show),
                route(HandlerType.POST, AccountPaths.CONNECTED, this::confirm),
                route(HandlerType.POST, AccountPaths.CONNECTED + "/cancel", this::cancel));
    }

    private Route route(HandlerType method, String template, PageHandler handler) {
        return new Route.Page(method, template, Set.of(), frames.sessions(), handler);
    }

    private void show(Session session, RequestContext request) {
        AttemptOfPage attempt = find(session, request);
        if (attempt.summary().status() == AttemptStatus.RETURNED
                && tickets.find(request, attempt.summary().id()).isEmpty()) {
            throw notOfThisBrowser();
        }
        request.respond(200, pages.of(session, request, attempt));
    }

    private void confirm(Session session, RequestContext request) {
        AttemptId id = id(request);
        BrowserTicket ticket = tickets.find(request, id).orElseThrow(ConnectedRoutes::notOfThisBrowser);
        CompleteResult result = completeConnect.completeByPage(
                frames.sessions().caller(session), request.requestId(), id, ticket.ticket());
        if (result instanceof CompleteResult.NotFound || result instanceof CompleteResult.WrongTicket) {
            throw notOfThisBrowser();
        }
        if (result instanceof CompleteResult.Busy) {
            throw new ProblemException(
                    Problem.temporary(ProblemCode.BUSY, "Too many calls to the provider are in flight; retry later."));
        }
        if (result instanceof CompleteResult.Completed || result instanceof CompleteResult.Failed) {
            tickets.remove(request, id);
        }
        showEnd(request, id);
    }

    private void cancel(Session session, RequestContext request) {
        AttemptId id = find(session, request).summary().id();
        cancelConnect.cancel(frames.sessions().caller(session), request.requestId(), id);
        tickets.remove(request, id);
        showEnd(request, id);
    }

    /** The page after a form is another request, so that a reload repeats nothing. */
    private static void showEnd(RequestContext request, AttemptId id) {
        request.redirect(request.page().link(AccountPaths.connected(id)));
    }

    private AttemptOfPage find(Session session, RequestContext request) {
        return findAttempt
                .findOfPage(frames.sessions().caller(session), id(request))
                .orElseThrow(ConnectedRoutes::notOfThisBrowser);
    }

    private static AttemptId id(RequestContext request) {
        return request.pathParameter("attempt_id", AttemptId::new).orElseThrow(ConnectedRoutes::notOfThisBrowser);
    }

    /** Returns one and the same message for another user's attempt, another browser, and an attempt that does not exist. */
    private static PageException notOfThisBrowser() {
        return new PageException(ProblemCode.NOT_FOUND, "connected.foreign");
    }
}
