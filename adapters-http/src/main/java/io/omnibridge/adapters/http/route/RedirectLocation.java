package io.omnibridge.adapters.http.route;

import io.omnibridge.application.connect.ReturnUrl;
import io.omnibridge.application.connect.TicketDelivery;

/** A URL that a browser is sent back to, with parameters added where that URL wants them. Immutable. */
final class RedirectLocation {

    private final String base;
    private final String separator;

    RedirectLocation(ReturnUrl address) {
        this(address.url().toString(), separator(address));
    }

    private RedirectLocation(String base, String separator) {
        this.base = base;
        this.separator = separator;
    }

    /** With one parameter more; {@code value} has nothing that would have to be encoded. */
    RedirectLocation with(String name, String value) {
        return new RedirectLocation(base + separator + name + "=" + value, "&");
    }

    @Override
    public String toString() {
        return base;
    }

    private static String separator(ReturnUrl address) {
        if (address.ticketIn() == TicketDelivery.FRAGMENT) {
            return "#";
        }
        return address.url().getRawQuery() == null ? "?" : "&";
    }
}
