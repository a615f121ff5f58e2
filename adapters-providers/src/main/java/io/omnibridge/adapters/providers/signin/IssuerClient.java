package io.omnibridge.adapters.providers.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.omnibridge.adapters.providers.catalogue.ClientAuthentication;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.oauth.InvalidProviderResponse;
import io.omnibridge.adapters.providers.oauth.SignInClient;
import io.omnibridge.adapters.providers.oauth.SignInMetadata;
import io.omnibridge.adapters.providers.oauth.SignInTokens;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.session.SignInAttempt;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The calls and redirects to the issuer. Thread-safe. */
public final class IssuerClient implements AutoCloseable {

    /** Calls at the same time: browsers and clients without a session cause them, and each occupies a thread. */
    private static final int MAX_CALLS = 32;

    private final IssuerSettings settings;
    private final ProviderEntry entry;
    private final SignInClient client;
    private final Clock clock;
    private final Semaphore calls = new Semaphore(MAX_CALLS);

    /** @param egress the way of all calls to the issuer */
    public IssuerClient(IssuerSettings settings, Egress egress, Clock clock) {
        this.settings = settings;
        this.entry = IssuerEntry.of(settings, ClientAuthentication.CLIENT_SECRET_BASIC);
        this.client = new SignInClient(new Transport(egress), clock);
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    IssuerSettings settings() {
        return settings;
    }

    URI authorizationUrl(SignInAttempt attempt) throws RequestFailed, InvalidProviderResponse {
        return bounded(() -> {
            IssuerCheck.require(settings, client.metadata(entry));
            return client.authorizationUrl(
                    entry, redirectUri(), attempt.oauthState().reveal(), secrets(attempt, Optional.empty()));
        });
    }

    SignInTokens exchange(SignInAttempt attempt, Secret code, Optional<String> issuer)
            throws RequestFailed, InvalidProviderResponse {
        return bounded(() -> {
            ProviderEntry authenticating = IssuerEntry.of(settings, authentication(client.metadata(entry)));
            return client.exchange(authenticating, redirectUri(), secrets(attempt, Optional.of(code)), issuer);
        });
    }

    /** Returns the issuer's page that ends a session and comes back (RP-Initiated Logout §2); empty if it has none. */
    Optional<URI> endSessionUrl() throws RequestFailed, InvalidProviderResponse {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("client_id", List.of(settings.client().value()));
        parameters.put(
                "post_logout_redirect_uri",
                List.of(settings.page("/ui/signed-out").toString()));
        return metadata()
                .endSession()
                .map(url -> URI.create(
                        url + (url.getRawQuery() == null ? "?" : "&") + URLUtils.serializeParameters(parameters)));
    }

    JsonNode logoutClaims(String token) throws RequestFailed, InvalidProviderResponse {
        return bounded(() -> client.logoutClaims(entry, token));
    }

    SignInMetadata metadata() throws RequestFailed, InvalidProviderResponse {
        return bounded(() -> client.metadata(entry));
    }

    /** Something that the issuer may have to be called for. */
    private interface Call<T> {
        T make() throws RequestFailed, InvalidProviderResponse;
    }

    private <T> T bounded(Call<T> call) throws RequestFailed, InvalidProviderResponse {
        if (!calls.tryAcquire()) {
            throw new RequestFailed("too many calls at once");
        }
        try {
            return call.make();
        } finally {
            calls.release();
        }
    }

    private URI redirectUri() {
        return settings.page("/ui/signed-in");
    }

    private static AttemptSecrets secrets(SignInAttempt attempt, Optional<Secret> code) {
        return new AttemptSecrets(Optional.of(attempt.verifier()), Optional.of(attempt.nonce()), code);
    }

    /** The method that every issuer has, unless this one announces only the other (OpenID Connect Discovery §3). */
    private static ClientAuthentication authentication(SignInMetadata metadata) {
        List<String> methods = metadata.clientAuthentication();
        return methods.contains("client_secret_post") && !methods.contains("client_secret_basic")
                ? ClientAuthentication.CLIENT_SECRET_POST
                : ClientAuthentication.CLIENT_SECRET_BASIC;
    }

    @Override
    public void close() {
        client.close();
    }
}
