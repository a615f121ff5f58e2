package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.page.Page;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.application.connect.ReturnFromProvider;
import io.omnibridge.application.connect.ReturnResult;
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

    private final ReturnFromProvider returnFromProvider;
    private final boolean showsTicket;

    /** @param showsTicket whether a page shows the ticket, for people who try the service out and have no application */
    public CallbackRoutes(ReturnFromProvider returnFromProvider, boolean showsTicket) {
        this.returnFromProvider = returnFromProvider;
        this.showsTicket = showsTicket;
    }

    public List<Route> routes() {
        return List.of(new Route.Returning(
                "/oauth/callback/{provider}", Set.of("state", "code", "error", "iss"), this::receive));
    }

    private void receive(Exchange exchange) {
        ReturnResult result = returnFromProvider.receive(exchange.requestId(), command(exchange));
        if (result instanceof ReturnResult.Returned returned) {
            returned(exchange, returned);
        } else if (result instanceof ReturnResult.Refused refused) {
            refused(exchange, refused);
        } else {
            throw notCurrent();
        }
    }

    private void returned(Exchange exchange, ReturnResult.Returned returned) {
        if (returned.to().isPresent()) {
            exchange.answerSeeOther(new Destination(returned.to().get())
                    .with("attempt_id", returned.attempt().id().value())
                    .with("ticket", returned.ticket())
                    .toString());
        } else {
            exchange.answer(200, page(returned));
        }
    }

    private Page page(ReturnResult.Returned returned) {
        Page page = Page.of("Almost done", "The provider gave its permission. Go back to the application to finish.");
        return showsTicket
                ? page.value("Attempt", returned.attempt().id().value()).value("Ticket", returned.ticket())
                : page;
    }

    private static void refused(Exchange exchange, ReturnResult.Refused refused) {
        if (refused.to().isPresent()) {
            exchange.answerSeeOther(new Destination(refused.to().get())
                    .with("attempt_id", refused.attempt().id().value())
                    .with("error", JsonWriter.word(refused.reason()))
                    .toString());
        } else {
            exchange.answer(400, Pages.notConnected(FailureWords.sentence(refused.reason())));
        }
    }

    private static ReturnFromProvider.Command command(Exchange exchange) {
        Optional<String> state = exchange.queryParameter("state");
        Optional<String> code = exchange.queryParameter("code");
        Optional<String> error = exchange.queryParameter("error");
        boolean wellFormed = state.isPresent()
                && code.isPresent() != error.isPresent()
                && code.stream().allMatch(value -> CODE.matcher(value).matches());
        if (!wellFormed) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "What the provider sent along cannot be read. Go back to the application and begin again.");
        }
        return new ReturnFromProvider.Command(
                provider(exchange), state.get(), code, error, exchange.queryParameter("iss"));
    }

    private static ProviderId provider(Exchange exchange) {
        try {
            return new ProviderId(exchange.pathParameter("provider"));
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
