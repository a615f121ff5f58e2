package io.omnibridge.adapters.providers.catalogue;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Issuer and endpoints of a provider. What the catalogue omits is discovered at the issuer (OpenID Connect Discovery, RFC 8414).
 *
 * @param issuer the issuer in ID tokens and in {@code iss}; {@code {tid}} stands for the ID token's claim of that name
 * @param isIssuerReturned whether every authorization response contains {@code iss} (RFC 9207); empty if discovery decides
 */
public record Endpoints(
        Optional<String> issuer,
        Optional<Boolean> isIssuerReturned,
        Optional<URI> authorization,
        Optional<URI> token,
        Optional<URI> revocation,
        Optional<URI> keys,
        Optional<URI> userinfo) {

    public Endpoints {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(isIssuerReturned, "isIssuerReturned");
        Objects.requireNonNull(authorization, "authorization");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(revocation, "revocation");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(userinfo, "userinfo");
    }

    /** Returns these endpoints, completed by those of {@code others}. */
    public Endpoints or(Endpoints others) {
        return new Endpoints(
                issuer.or(others::issuer),
                isIssuerReturned.or(others::isIssuerReturned),
                authorization.or(others::authorization),
                token.or(others::token),
                revocation.or(others::revocation),
                keys.or(others::keys),
                userinfo.or(others::userinfo));
    }
}
