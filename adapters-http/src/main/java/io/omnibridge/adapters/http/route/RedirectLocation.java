package io.omnibridge.adapters.http.route;

import io.omnibridge.application.connect.ReturnUrl;
import io.omnibridge.application.connect.TicketDelivery;

/** Redirect target: an allowed return URL with parameters added to its query or its fragment. Immutable. */
final class RedirectLocation {

    private final String base;
    private final String separator;

    RedirectLocation(ReturnUrl returnUrl) {
        this(returnUrl.url().toString(), separator(returnUrl));
    }

    private RedirectLocation(String base, String separator) {
        this.base = base;
        this.separator = separator;
    }

    /** Returns this location with one more parameter. The caller guarantees that {@code value} needs no encoding. */
    RedirectLocation with(String name, String value) {
        return new RedirectLocation(base + separator + name + "=" + value, "&");
    }

    @Override
    public String toString() {
        return base;
    }

    private static String separator(ReturnUrl returnUrl) {
        if (returnUrl.delivery() == TicketDelivery.FRAGMENT) {
            return "#";
        }
        return returnUrl.url().getRawQuery() == null ? "?" : "&";
    }
}
