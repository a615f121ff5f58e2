package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.domain.connect.AttemptSecrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Client of an OpenID provider that signs people in (OpenID Connect Core §3.1), rather than connecting an account of theirs. It uses the
 * same checks of metadata, keys and ID tokens as the connect flow. Thread-safe.
 */
public final class SignInClient implements AutoCloseable {

    private static final Duration MAX_DISCOVERY = Duration.ofSeconds(10);

    /** Maximum time of an exchange, including metadata and keys: a person waits. */
    private static final Duration MAX_EXCHANGE = Duration.ofSeconds(15);

    private final Clock clock;
    private final Discovery discovery;
    private final KeySets keySets;
    private final TokenEndpoint tokenEndpoint;
    private final IdTokens idTokens;
    private final LogoutTokenCheck logoutTokens;

    public SignInClient(Transport transport, Clock clock) {
        this.clock = clock;
        this.discovery = new Discovery(transport, clock);
        this.keySets = new KeySets(transport, clock);
        this.tokenEndpoint = new TokenEndpoint(transport, clock);
        this.idTokens = new IdTokens(keySets, clock);
        this.logoutTokens = new LogoutTokenCheck(keySets, clock);
    }

    /** Returns what the issuer announces. Waits for it only where it is not known. */
    public SignInMetadata metadata(ProviderEntry entry) throws RequestFailed, InvalidProviderResponse {
        return discovery
                .metadata(entry, new ProviderDeadline(clock, MAX_DISCOVERY))
                .signIn();
    }

    /** Returns the URL of an authorization request with PKCE and a nonce. */
    public URI authorizationUrl(ProviderEntry entry, URI redirectUri, String state, AttemptSecrets secrets)
            throws RequestFailed, InvalidProviderResponse {
        Endpoints endpoints = discovery.endpoints(entry, new ProviderDeadline(clock, MAX_DISCOVERY));
        return AuthorizationUrlBuilder.build(
                entry,
                endpoints.authorization().orElseThrow(),
                redirectUri,
                entry.connectable().scopes(),
                state,
                secrets);
    }

    /**
     * Exchanges a code, once, and verifies the ID token.
     *
     * @param issuer who answered the authorization request, as the callback says (RFC 9207 §2.4); empty if it does not say
     * @throws RequestFailed if the issuer did not answer
     * @throws InvalidProviderResponse if the issuer refused the code, or its answer fails a check
     */
    public SignInTokens exchange(ProviderEntry entry, URI redirectUri, AttemptSecrets secrets, Optional<String> issuer)
            throws RequestFailed, InvalidProviderResponse {
        ProviderDeadline deadline = new ProviderDeadline(clock, MAX_EXCHANGE);
        Endpoints endpoints = discovery.endpoints(entry, deadline);
        SignInResponses.requireIssuer(endpoints, issuer);
        TokenResult result = tokenEndpoint.send(
                entry,
                new TokenRequests(entry, endpoints.token().orElseThrow())
                        .exchange(secrets.code().orElseThrow(), secrets.verifier(), redirectUri, deadline.remaining()));
        JsonNode response = SignInResponses.body(result);
        String idToken = ProviderJson.text(response, "id_token")
                .orElseThrow(() -> IdTokenCheck.FORM.failed("the response has no id_token"));
        VerifiedIdToken verified = idTokens.verify(entry, endpoints, idToken, secrets.nonce(), deadline);
        return new SignInTokens(verified.claims(), new TokenMembers(response).secret("access_token"));
    }

    /**
     * Verifies a logout token.
     *
     * @return its claims
     * @throws RequestFailed if the issuer's metadata is needed and the issuer does not respond
     * @throws InvalidProviderResponse if the token fails a check
     */
    public JsonNode logoutClaims(ProviderEntry entry, String token) throws RequestFailed, InvalidProviderResponse {
        ProviderDeadline deadline = new ProviderDeadline(clock, MAX_DISCOVERY);
        return logoutTokens.verify(entry, discovery.endpoints(entry, deadline), token, deadline);
    }

    /** Stops refreshing the keys of the issuer. */
    @Override
    public void close() {
        keySets.close();
    }
}
