package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.connect.AttemptId;
import java.net.URI;
import java.util.Optional;

/** Values of {@code Location} (RFC 9110 §10.2.2), as clients have to request them. Immutable. */
public final class Locations {

    private final String base;

    /** @param publicUrl the URL of this service for clients; a proxy removes its path from requests */
    public Locations(Optional<URI> publicUrl) {
        this.base = publicUrl.map(URI::getRawPath).orElse("").replaceFirst("/+$", "");
    }

    /** Returns the path of an account. The bar is the only character of an id that a path must encode (RFC 3986 §3.3). */
    String of(AccountKey key) {
        return base + "/accounts/" + key.provider().value() + "/"
                + key.providerAccountId().value().replace("|", "%7C");
    }

    /** Returns the path of an attempt. */
    String of(AttemptId attempt) {
        return base + "/connect/" + attempt.value();
    }
}
