package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.route.BrowserTickets;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.session.CookieNames;
import io.omnibridge.adapters.http.session.Cookies;
import io.omnibridge.application.connect.HandleCallback;
import io.omnibridge.application.port.BrowserSealer;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.session.BrowserTicket;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tickets of attempts that pages began, sealed in cookies of the browser that returned from the provider: one for each attempt, and no
 * more than three. Thread-safe.
 */
public final class TicketCookies implements BrowserTickets {

    private static final int MAX_TICKETS = 3;

    /** Of an attempt's id, as many characters as tell the few attempts of one browser apart. */
    private static final int ID_LENGTH = 8;

    private final Cookies cookies;
    private final BrowserSealer sealer;

    public TicketCookies(Cookies cookies, BrowserSealer sealer) {
        this.cookies = Objects.requireNonNull(cookies);
        this.sealer = Objects.requireNonNull(sealer);
    }

    /** Keeps the ticket as long as the code of its attempt. The oldest of too many tickets goes. */
    @Override
    public void keep(RequestContext request, BrowserTicket ticket) {
        List<String> others = cookies.names(request.servletRequest()).stream()
                .filter(name -> name.startsWith(CookieNames.TICKET_PREFIX))
                .filter(name -> !name.equals(name(ticket.attempt())))
                .toList();
        others.stream()
                .limit(Math.max(others.size() - MAX_TICKETS + 1, 0))
                .forEach(name -> cookies.remove(request, name));
        cookies.set(request, name(ticket.attempt()), sealer.seal(ticket), HandleCallback.CODE_LIFETIME);
    }

    /** Returns the ticket of {@code attempt} that this browser keeps. */
    Optional<BrowserTicket> find(RequestContext request, AttemptId attempt) {
        return cookies.find(request.servletRequest(), name(attempt))
                .flatMap(sealer::ticket)
                .filter(ticket -> ticket.attempt().equals(attempt));
    }

    void remove(RequestContext request, AttemptId attempt) {
        cookies.remove(request, name(attempt));
    }

    private static String name(AttemptId attempt) {
        return CookieNames.TICKET_PREFIX + attempt.value().substring(0, ID_LENGTH);
    }
}
