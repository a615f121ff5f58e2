package io.omnibridge.application.connect;

import java.net.URI;
import java.util.Objects;

/**
 * A URL that a browser may be redirected to after the callback.
 *
 * @param url the exact spelling that a client has to use
 * @param delivery where in the URL the ticket is added
 */
public record ReturnUrl(URI url, TicketDelivery delivery) {

    public ReturnUrl {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(delivery, "delivery");
    }
}
