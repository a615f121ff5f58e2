package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.omnibridge.adapters.providers.catalogue.ClientRegistration;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Converts a {@link ClientRegistration} into the library's client authentication (RFC 6749 §2.3.1). */
final class ClientCredentials {

    private ClientCredentials() {}

    static ClientID id(ClientRegistration client) {
        return new ClientID(client.id());
    }

    /** Returns the authentication at the token endpoint; empty for a public client. */
    static Optional<ClientAuthentication> of(ClientRegistration client) {
        return client.secret().map(secret -> {
            Secret revealed = new Secret(secret.reveal());
            return switch (client.authentication()) {
                case CLIENT_SECRET_POST -> new ClientSecretPost(id(client), revealed);
                default -> new ClientSecretBasic(id(client), revealed);
            };
        });
    }

    /** Returns plain Basic authentication (RFC 7617), without the form encoding that OAuth adds at token endpoints. */
    static String basic(ClientRegistration client) {
        String pair = client.id() + ":" + client.secret().map(it -> it.reveal()).orElse("");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
