package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.page.Page;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.application.connect.CallbackResult;
import io.omnibridge.application.connect.HandleCallback;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where providers send browsers back to. Whoever comes here has no JWT, and shows what the provider gave to that browser alone
 * (RFC 6749 §4.1.2). It is told the ticket, once, and nothing about the user who began.
 */
public final class CallbackRoutes {

    /** All that a code may be here. */
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7E]+");

    private final HandleCallback returnFromProvider;
    private final boolean showsTicket;

    /** @param showsTicket whether a page shows the ticket, for people who try the service out and have no application */
    public CallbackRoutes(HandleCallback returnFromProvider, boolean showsTicket) {
        this.returnFromProvider = returnFromProvider;
        this.showsTicket = showsTicket;
    }

    public List<Route> routes() {
        return List.of(new Route.Callback(
                "/oauth/callback/{provider}", Set.of("state", "code", "error", "iss"), this::receive));
    }

    private void receive(RequestContext request) {
        CallbackResult result = returnFromProvider.receive(request.requestId(), command(request));
        if (result instanceof CallbackResult.Returned returned) {
            returned(request, returned);
        } else if (result instanceof CallbackResult.Refused refused) {
            refused(request, refused);
        } else {
            throw notCurrent();
        }
    }

    private void returned(RequestContext request, CallbackResult.Returned returned) {
        if (returned.to().isPresent()) {
            request.redirect(new RedirectLocation(returned.to().get())
                    .with("attempt_id", returned.attempt().id().value())
                    .with("ticket", returned.ticket())
                    .toString());
        } else {
            request.respond(200, page(returned));
        }
    }

    private Page page(CallbackResult.Returned returned) {
        Page page = Page.of("Almost done", "The provider gave its permission. Go back to the application to finish.");
        return showsTicket
                ? page.value("Attempt", returned.attempt().id().value()).value("Ticket", returned.ticket())
                : page;
    }

    private static void refused(RequestContext request, CallbackResult.Refused refused) {
        if (refused.to().isPresent()) {
            request.redirect(new RedirectLocation(refused.to().get())
                    .with("attempt_id", refused.attempt().id().value())
                    .with("error", JsonWriter.word(refused.reason()))
                    .toString());
        } else {
            request.respond(400, HtmlResponses.notConnected(FailureMessages.sentence(refused.reason())));
        }
    }

    private static HandleCallback.Command command(RequestContext request) {
        Optional<String> state = request.queryParameter("state");
        Optional<String> code = request.queryParameter("code");
        Optional<String> error = request.queryParameter("error");
        boolean wellFormed = state.isPresent()
                && code.isPresent() != error.isPresent()
                && code.stream().allMatch(value -> CODE.matcher(value).matches());
        if (!wellFormed) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "What the provider sent along cannot be read. Go back to the application and begin again.");
        }
        return new HandleCallback.Command(provider(request), state.get(), code, error, request.queryParameter("iss"));
    }

    private static ProviderId provider(RequestContext request) {
        try {
            return new ProviderId(request.pathParameter("provider"));
        } catch (InvalidValue e) {
            throw notCurrent();
        }
    }

    /** The same, whyever it is so. */
    private static ProblemException notCurrent() {
        return new ProblemException(
                ProblemCode.NOT_FOUND,
                "This page was opened before, or too late. If the application does not show the account, begin again"
                        + " there.");
    }
}
