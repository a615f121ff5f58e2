package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.session.BrowserTicket;

/** Keeps the tickets of attempts that pages began in the browsers that return from providers. Thread-safe. */
@FunctionalInterface
public interface BrowserTickets {

    /** Keeps no ticket: without pages, no page begins an attempt. */
    BrowserTickets NONE = (request, ticket) -> {};

    /** Keeps {@code ticket} in the browser of {@code request}, sealed, and only as long as it can be used. */
    void keep(RequestContext request, BrowserTicket ticket);
}
