package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.oauth.CheckResult.Status;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a provider's configuration against its servers, as far as possible without a user: metadata, keys, endpoints, and the
 * client's registration. It sends a made-up code to the token endpoint, so it changes nothing. Thread-safe.
 */
public final class ProviderCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Secret MADE_UP_CODE = new Secret("omnibridge-check-of-the-configuration");
    private static final Secret MADE_UP_VERIFIER = new Secret("omnibridge-check-of-the-configuration-000000");

    private final Transport transport;
    private final Discovery discovery;
    private final KeySets keySets;
    private final TokenEndpoint tokenEndpoint;
    private final RedirectUris redirectUris;
    private final Clock clock;

    ProviderCheck(Transport transport, Discovery discovery, KeySets keySets, URI publicUrl, Clock clock) {
        this.transport = transport;
        this.discovery = discovery;
        this.keySets = keySets;
        this.tokenEndpoint = new TokenEndpoint(transport, clock);
        this.redirectUris = new RedirectUris(publicUrl);
        this.clock = clock;
    }

    /** Returns the results for {@code entry}, in the order of the checks. */
    public List<CheckResult> check(ProviderEntry entry) {
        List<CheckResult> results = new ArrayList<>();
        try {
            Endpoints endpoints = discovery.endpoints(entry, new Deadline(clock, TIMEOUT));
            endpoints.keys().filter(it -> entry.connectable().isOpenId()).ifPresent(it -> results.add(keys(it)));
            idTokens(entry).ifPresent(results::add);
            results.add(authorization(endpoints.authorization().orElseThrow()));
            results.add(client(entry, endpoints.token().orElseThrow()));
        } catch (RequestFailed | InvalidProviderResponse e) {
            results.add(new CheckResult(Status.WRONG, "discovery at the issuer: " + e.getMessage()));
        }
        results.add(new CheckResult(
                Status.UNKNOWN,
                "only a user's consent shows whether the redirect URI " + redirectUris.of(entry.id())
                        + " is registered"));
        return results;
    }

    /** Compares the algorithms that the issuer announces with those that are allowed; empty if it announces none. */
    private Optional<CheckResult> idTokens(ProviderEntry entry) throws RequestFailed, InvalidProviderResponse {
        if (!Discovery.isDiscoverable(entry)) {
            return Optional.empty();
        }
        List<String> announced =
                discovery.metadata(entry, new Deadline(clock, TIMEOUT)).idTokenAlgorithms();
        return Optional.of(announced)
                .filter(it -> !it.isEmpty())
                .map(it -> IdTokenAlgorithmCheck.check(it, entry.idTokens().algorithms()));
    }

    private CheckResult keys(URI url) {
        try {
            JWKSet keys = keySets.fetch(url);
            return keys.isEmpty()
                    ? new CheckResult(Status.WRONG, "the issuer publishes no key")
                    : new CheckResult(Status.FINE, "the issuer's keys can be read");
        } catch (InvalidProviderResponse e) {
            return new CheckResult(Status.WRONG, "the issuer's keys: " + e.getMessage());
        }
    }

    private CheckResult authorization(URI url) {
        try {
            ProviderResponse response = transport.send(ProviderRequest.get(url, Map.of(), TIMEOUT));
            return response.status() == 404 || response.status() >= 500
                    ? new CheckResult(
                            Status.WRONG, "the authorization endpoint responds with status " + response.status())
                    : new CheckResult(Status.FINE, "the authorization endpoint responds");
        } catch (RequestFailed e) {
            return new CheckResult(Status.WRONG, "the authorization endpoint: " + e.getMessage());
        }
    }

    private CheckResult client(ProviderEntry entry, URI url) {
        Optional<Secret> verifier =
                Optional.of(MADE_UP_VERIFIER).filter(it -> entry.connectable().isPkceUsed());
        ProviderRequest request =
                new TokenRequests(entry, url).exchange(MADE_UP_CODE, verifier, redirectUris.of(entry.id()), TIMEOUT);
        return switch (tokenEndpoint.send(entry, request).kind()) {
            case INVALID_GRANT ->
                new CheckResult(Status.FINE, "the token endpoint knows this client, and rejects a made-up code");
            case INVALID_CLIENT, CLIENT_OR_GRANT_REFUSED ->
                new CheckResult(
                        Status.WRONG,
                        "the token endpoint does not know this client: check client_id, the secret "
                                + "and token_endpoint_auth");
            case OTHER_ERROR, REQUEST_REFUSED ->
                new CheckResult(
                        Status.UNKNOWN,
                        "the token endpoint rejects a made-up code, and does not say whether it "
                                + "knows this client");
            case WRONG_ENDPOINT ->
                new CheckResult(Status.WRONG, "there is no token endpoint at this URL: check token_url");
            case NOT_PROCESSED -> new CheckResult(Status.WRONG, "the token endpoint is unreachable or busy");
            case SUCCESS, UNREADABLE, OUTCOME_UNKNOWN ->
                new CheckResult(Status.WRONG, "the token endpoint sends an unusable response: check token_url");
        };
    }
}
