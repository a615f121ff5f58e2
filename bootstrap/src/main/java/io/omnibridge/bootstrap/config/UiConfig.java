package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.ClientId;
import java.util.Optional;
import java.util.function.Supplier;

/** How people sign in to the pages. */
public sealed interface UiConfig {

    /** Returns the client of whatever is done by a page, in the audit log. */
    ClientId client();

    /**
     * At the issuer of the JWTs.
     *
     * @param secret returns the current secret; empty for a public client
     * @param egress the way of the calls of the issuer
     */
    record AtIssuer(ClientId client, Optional<Supplier<Secret>> secret, Egress egress) implements UiConfig {}

    /** By a button, in a browser on the same machine. */
    record ForDevelopment() implements UiConfig {
        @Override
        public ClientId client() {
            return new ClientId("omnibridge-ui");
        }
    }
}
