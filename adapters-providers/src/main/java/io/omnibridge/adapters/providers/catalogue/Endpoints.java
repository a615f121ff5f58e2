package io.omnibridge.adapters.providers.catalogue;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a provider listens, as far as the catalogue says; what it does not say is discovered at the issuer (OpenID Connect
 * Discovery, RFC 8414).
 *
 * @param issuer what ID tokens and {@code iss} say; {@code {tid}} in it stands for the ID token's claim of that name
 * @param isIssuerReturned whether {@code iss} comes back with every code (RFC 9207); empty where discovery says so
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

    /** The same, and where it says nothing, what {@code others} say. */
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
