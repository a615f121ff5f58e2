package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.MessagePage;
import io.omnibridge.adapters.http.html.PageContext;
import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.connect.CallbackResult;
import io.omnibridge.application.connect.HandleCallback;
import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Route of the redirect URIs, to which providers send browsers (RFC 6749 §4.1.2). The browser has no JWT; it presents the state
 * and the code. The response reveals the ticket once, and nothing about the user who began the attempt.
 */
public final class CallbackRoutes {

    /** Visible ASCII characters (RFC 6749, appendix A.11, without the space). */
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7E]+");

    private final HandleCallback handleCallback;
    private final boolean showsTicket;

    /** @param showsTicket whether the page shows the ticket, for people who try the service without an application */
    public CallbackRoutes(HandleCallback handleCallback, boolean showsTicket) {
        this.handleCallback = handleCallback;
        this.showsTicket = showsTicket;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Callback(
                "/oauth/callback/{provider}", Set.of("state", "code", "error", "iss"), this::receive));
    }

    private void receive(RequestContext request) {
        CallbackResult result = handleCallback.handle(request.requestId(), command(request));
        if (result instanceof CallbackResult.Returned returned) {
            returned(request, returned);
        } else if (result instanceof CallbackResult.Refused refused) {
            refused(request, refused);
        } else {
            throw attemptNotPending();
        }
    }

    private void returned(RequestContext request, CallbackResult.Returned returned) {
        if (returned.to().isPresent()) {
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

    private static void refused(RequestContext request, CallbackResult.Refused refused) {
        if (refused.to().isPresent()) {
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

    private static HandleCallback.Command command(RequestContext request) {
        Optional<String> state = request.queryParameter("state");
        Optional<String> code = request.queryParameter("code");
        Optional<String> error = request.queryParameter("error");
        boolean wellFormed = state.isPresent()
                && code.isPresent() != error.isPresent()
                && code.stream().allMatch(value -> CODE.matcher(value).matches());
        if (!wellFormed) {
            throw new PageException(ProblemCode.INVALID_REQUEST, "callback.invalid");
        }
        return new HandleCallback.Command(provider(request), state.get(), code, error, request.queryParameter("iss"));
    }

    private static ProviderId provider(RequestContext request) {
        return request.pathParameter("provider", ProviderId::new).orElseThrow(CallbackRoutes::attemptNotPending);
    }

    /** Returns one and the same message for an unknown, an expired and an already used state. */
    private static PageException attemptNotPending() {
        return new PageException(ProblemCode.NOT_FOUND, "callback.not-current");
    }
}
