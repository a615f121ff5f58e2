package io.omnibridge.adapters.providers.catalogue;

import java.net.URI;
import java.util.Objects;

/**
 * Where a browser may be sent back to.
 *
 * @param url exactly this one
 * @param isTicketInQuery whether the ticket goes into the query, and not into the fragment
 */
public record ReturnUrl(URI url, boolean isTicketInQuery) {

    public ReturnUrl {
        Objects.requireNonNull(url, "url");
    }
}
