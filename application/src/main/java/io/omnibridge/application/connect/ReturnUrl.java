package io.omnibridge.application.connect;

import java.net.URI;
import java.util.Objects;

/**
 * Where a browser may be sent once it is back from a provider.
 *
 * @param url exactly as a client has to spell it
 * @param ticketIn where in it the ticket goes
 */
public record ReturnUrl(URI url, TicketDelivery ticketIn) {

    public ReturnUrl {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(ticketIn, "ticketIn");
    }
}
