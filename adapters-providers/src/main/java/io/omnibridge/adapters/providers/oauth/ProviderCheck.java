package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.oauth.CheckResult.Status;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
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
 * Tries a provider as far as it lets anybody: its metadata, its keys, its endpoints, and whether it knows this client. It sends
 * a code that no provider ever gave, and so changes nothing anywhere. Thread-safe.
 */
public final class ProviderCheck {

    private static final Duration MAX_LENGTH = Duration.ofSeconds(10);
    private static final Secret NO_CODE = new Secret("omnibridge-check-of-the-configuration");
    private static final Secret NO_VERIFIER = new Secret("omnibridge-check-of-the-configuration-000000");

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

    /** Everything that can be found out about {@code entry}. */
    public List<CheckResult> check(ProviderEntry entry) {
        List<CheckResult> results = new ArrayList<>();
        try {
            Endpoints endpoints = discovery.endpoints(entry, new Deadline(clock, MAX_LENGTH));
            endpoints.keys().filter(it -> entry.connectable().isOpenId()).ifPresent(it -> results.add(keys(it)));
            results.add(authorization(endpoints.authorization().orElseThrow()));
            results.add(client(entry, endpoints.token().orElseThrow()));
        } catch (RequestFailed | InvalidProviderResponse e) {
            results.add(new CheckResult(Status.WRONG, "discovery at the issuer: " + e.getMessage()));
        }
        results.add(new CheckResult(
                Status.UNKNOWN,
                "only a person's consent shows whether the redirect URI " + redirectUris.of(entry.id())
                        + " is registered"));
        return results;
    }

    private CheckResult keys(URI url) {
        try {
            JWKSet keys = keySets.fetch(url, new Deadline(clock, MAX_LENGTH));
            return keys.isEmpty()
                    ? new CheckResult(Status.WRONG, "the issuer publishes no key")
                    : new CheckResult(Status.FINE, "the issuer's keys can be read");
        } catch (RequestFailed | InvalidProviderResponse e) {
            return new CheckResult(Status.WRONG, "the issuer's keys: " + e.getMessage());
        }
    }

    private CheckResult authorization(URI url) {
        try {
            ProviderResponse answer = transport.send(ProviderRequest.get(url, Map.of(), MAX_LENGTH));
            return answer.status() == 404 || answer.status() >= 500
                    ? new CheckResult(Status.WRONG, "the authorization endpoint answers status " + answer.status())
                    : new CheckResult(Status.FINE, "the authorization endpoint answers");
        } catch (RequestFailed e) {
            return new CheckResult(Status.WRONG, "the authorization endpoint: " + e.getMessage());
        }
    }

    private CheckResult client(ProviderEntry entry, URI url) {
        Optional<Secret> verifier =
                Optional.of(NO_VERIFIER).filter(it -> entry.connectable().isPkceUsed());
        ProviderRequest call = new TokenRequests(entry, url).exchange(NO_CODE, verifier, redirectUris.of(entry.id()), MAX_LENGTH);
        return switch (tokenEndpoint.send(entry, call).kind()) {
            case INVALID_GRANT ->
                new CheckResult(Status.FINE, "the token endpoint knows this client, and refuses a made-up code");
            case INVALID_CLIENT ->
                new CheckResult(
                        Status.WRONG,
                        "the token endpoint does not know this client: check client_id, the secret "
                                + "and token_endpoint_auth");
            case OTHER_ERROR ->
                new CheckResult(
                        Status.UNKNOWN,
                        "the token endpoint refuses a made-up code, and does not say whether it "
                                + "knows this client");
            case NOT_PROCESSED -> new CheckResult(Status.WRONG, "the token endpoint cannot be reached, or is busy");
            case SUCCESS, UNREADABLE, OUTCOME_UNKNOWN ->
                new CheckResult(Status.WRONG, "the token endpoint does not answer as one does: check token_url");
        };
    }
}
