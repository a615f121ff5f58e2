package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.MessagePage;
import io.omnibridge.adapters.http.html.PageContext;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.connect.CallbackResult;
import io.omnibridge.application.connect.HandleCallback;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.session.BrowserTicket;
import java.util.List;
import java.util.Set;

/**
 * Route of the redirect URIs, to which providers send browsers (RFC 6749 §4.1.2). The browser has no JWT; it presents the state
 * and the code. The response reveals the ticket once, and nothing about the user who began the attempt.
 */
public final class CallbackRoutes {

    private final HandleCallback handleCallback;
    private final boolean showsTicket;
    private final BrowserTickets tickets;

    /**
     * @param showsTicket whether the page shows the ticket, for people who try the service without an application
     * @param tickets keeps the tickets of attempts that pages began
     */
    public CallbackRoutes(HandleCallback handleCallback, boolean showsTicket, BrowserTickets tickets) {
        this.handleCallback = handleCallback;
        this.showsTicket = showsTicket;
        this.tickets = tickets;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Callback(
                "/oauth/callback/{provider}", Set.of("state", "code", "error", "iss"), this::receive));
    }

    private void receive(RequestContext request) {
        CallbackResult result = handleCallback.handle(request.requestId(), CallbackRequest.command(request));
        if (result instanceof CallbackResult.Returned returned) {
            returned(request, returned);
        } else if (result instanceof CallbackResult.Refused refused) {
            refused(request, refused);
        } else {
            throw CallbackRequest.attemptNotPending();
        }
    }

    private void returned(RequestContext request, CallbackResult.Returned returned) {
        if (returned.attempt().isOfPage()) {
            tickets.keep(request, new BrowserTicket(returned.attempt().id(), new Secret(returned.ticket())));
            redirectToPage(request, returned.attempt());
        } else if (returned.to().isPresent()) {
            request.redirect(new RedirectLocation(returned.to().get())
                    .with("attempt_id", returned.attempt().id().value())
                    .with("ticket", returned.ticket())
                    .toString());
        } else {
            request.respond(200, page(request.page(), returned));
        }
    }

    private MessagePage page(PageContext context, CallbackResult.Returned returned) {
        Texts texts = context.texts();
        MessagePage page = MessagePage.of(context, "callback.returned");
        return showsTicket
                ? page.withParagraph(texts.of("callback.ticket-valid", HandleCallback.CODE_LIFETIME.toMinutes()))
                        .withValue(
                                texts.of("callback.attempt"),
                                returned.attempt().id().value())
                        .withValue(texts.of("callback.ticket"), returned.ticket())
                : page;
    }

    /** The page names a failure too. */
    private static void redirectToPage(RequestContext request, ConnectAttempt attempt) {
        request.redirect(
                request.page().link(ConnectAttempt.PAGE + "/" + attempt.id().value()));
    }

    private static void refused(RequestContext request, CallbackResult.Refused refused) {
        if (refused.attempt().isOfPage()) {
            redirectToPage(request, refused.attempt());
        } else if (refused.to().isPresent()) {
            request.redirect(new RedirectLocation(refused.to().get())
                    .with("attempt_id", refused.attempt().id().value())
                    .with("error", JsonWriter.word(refused.reason()))
                    .toString());
        } else {
            request.respond(400, page(request.page(), refused));
        }
    }

    private static MessagePage page(PageContext context, CallbackResult.Refused refused) {
        Texts texts = context.texts();
        return MessagePage.of(
                Frame.open(context, texts.of("callback.refused.heading")),
                texts.of(Texts.key("failure", refused.reason())));
    }
}
