package io.omnibridge.application.connect;

import io.omnibridge.domain.identity.ClientId;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A URL that a browser may be redirected to after the callback.
 *
 * @param url the exact spelling that a client has to use
 * @param delivery where in the URL the ticket is added
 * @param clients the clients that may use it; empty for every client, also one without a name
 */
public record ReturnUrl(URI url, TicketDelivery delivery, Set<ClientId> clients) {

    public ReturnUrl {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(delivery, "delivery");
        clients = Set.copyOf(clients);
    }

    /** Creates a URL that every client may use. */
    public ReturnUrl(URI url, TicketDelivery delivery) {
        this(url, delivery, Set.of());
    }

    /** Returns whether {@code client} may use it. */
    boolean isFor(Optional<ClientId> client) {
        return clients.isEmpty() || client.filter(clients::contains).isPresent();
    }
}
