package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.jwks.JwksEndpoint;
import java.util.function.Supplier;

/** The keys that verify the users' JWTs. */
public sealed interface JwtKeys {

    /**
     * One secret that issuer and OmniBridge share.
     *
     * @param key returns the current secret
     */
    record Shared(Supplier<HmacKey> key) implements JwtKeys {}

    /**
     * The keys that the issuer publishes.
     *
     * @param egress the way of the calls that fetch them
     */
    record Published(JwksEndpoint endpoint, Egress egress) implements JwtKeys {}
}
