package io.omnibridge.adapters.providers.signin;

import io.omnibridge.adapters.providers.catalogue.ClientAuthentication;
import io.omnibridge.adapters.providers.catalogue.ClientRegistration;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.ClientId;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The client that OmniBridge is at the issuer of the users' JWTs.
 *
 * @param issuer an https URL (or http on loopback)
 * @param secret returns the current secret; empty for a public client
 * @param userClaim the claim whose value is the user id
 * @param publicUrl the URL of this service for browsers
 */
public record IssuerSettings(
        String issuer, ClientId client, Optional<Supplier<Secret>> secret, String userClaim, URI publicUrl) {

    /** The claim of OpenID Connect Core §2 that identifies a user. */
    static final String SUBJECT = "sub";

    public IssuerSettings {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(userClaim, "userClaim");
        Objects.requireNonNull(publicUrl, "publicUrl");
    }

    /** Returns whether a logout token can name the user: its {@code sub} is the user id. */
    public boolean isUserTheSubject() {
        return userClaim.equals(SUBJECT);
    }

    /** Returns the registration, for a token endpoint that wants {@code authentication} from clients with a secret. */
    ClientRegistration registration(ClientAuthentication authentication) {
        return new ClientRegistration(
                client.value(), secret, secret.isPresent() ? authentication : ClientAuthentication.NONE);
    }

    /** Returns the URL of a page of this service. */
    URI page(String path) {
        return URI.create(publicUrl.toString().replaceFirst("/+$", "") + path);
    }
}
