package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.IdentitySource;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.reads.TokenCheckEndpoint;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.application.port.TokenCheck;
import io.omnibridge.application.port.TokenOwner;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Asks a provider about an access token: whether it is accepted, and whose it is. Thread-safe. */
public final class TokenIdentity {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int UNAUTHORIZED = 401;

    private final Discovery discovery;
    private final IdentityResolver identity;
    private final Clock clock;

    public TokenIdentity(Transport transport, Clock clock) {
        this.discovery = new Discovery(transport, clock);
        this.identity = new IdentityResolver(transport);
        this.clock = clock;
    }

    /** Asks whether the provider accepts a token at all. */
    public TokenCheck check(ProviderEntry entry, Secret accessToken) {
        ProviderDeadline deadline = new ProviderDeadline(clock, TIMEOUT);
        try {
            Optional<URI> url = checkUrl(entry, deadline);
            return url.isEmpty()
                    ? new TokenCheck.Unknown()
                    : result(entry, identity.get(entry, url.get(), accessToken, deadline));
        } catch (RequestFailed | InvalidProviderResponse e) {
            return new TokenCheck.Unknown();
        }
    }

    private Optional<URI> checkUrl(ProviderEntry entry, ProviderDeadline deadline)
            throws RequestFailed, InvalidProviderResponse {
        Optional<URI> given = entry.reads().tokenCheck().map(TokenCheckEndpoint::url);
        if (given.isPresent()) {
            return given;
        }
        return entry.identity() instanceof IdentitySource.IdentityEndpoint endpoint
                ? Optional.of(endpoint.url())
                : discovery.endpoints(entry, deadline).userinfo();
    }

    private static TokenCheck result(ProviderEntry entry, ProviderResponse response) {
        Optional<JsonNode> json = ProviderJson.object(response);
        boolean isDead = entry.reads().apis().stream()
                .flatMap(api -> api.quirks().errors().stream())
                .anyMatch(errors -> json.map(it -> it.at(errors.pointer()).asText())
                        .filter(errors.dead()::contains)
                        .isPresent());
        if (response.status() == UNAUTHORIZED || isDead) {
            return new TokenCheck.Refused();
        }
        boolean isDenied = json.map(it -> it.path("ok"))
                .filter(it -> it.isBoolean() && !it.booleanValue())
                .isPresent();
        return response.status() / 100 == 2 && !isDenied ? new TokenCheck.Accepted() : new TokenCheck.Unknown();
    }

    /** Asks whose a token is. */
    public TokenOwner identify(ProviderEntry entry, Secret accessToken) {
        ProviderDeadline deadline = new ProviderDeadline(clock, TIMEOUT);
        Optional<Endpoints> endpoints = endpoints(entry, deadline);
        return endpoints.isEmpty() ? new TokenOwner.Unknown() : owner(entry, endpoints.get(), accessToken, deadline);
    }

    /** Returns the endpoints; empty if the provider did not tell them. */
    private Optional<Endpoints> endpoints(ProviderEntry entry, ProviderDeadline deadline) {
        try {
            return Optional.of(
                    entry.identity() instanceof IdentitySource.IdTokenSubject
                            ? discovery.endpoints(entry, deadline)
                            : entry.endpoints());
        } catch (RequestFailed | InvalidProviderResponse e) {
            return Optional.empty();
        }
    }

    private TokenOwner owner(ProviderEntry entry, Endpoints endpoints, Secret accessToken, ProviderDeadline deadline) {
        try {
            return identity.ofToken(entry, endpoints, accessToken, deadline)
                    .<TokenOwner>map(TokenOwner.Known::new)
                    .orElseGet(TokenOwner.NotNamed::new);
        } catch (RequestFailed | IdentityUnavailable e) {
            return new TokenOwner.Unknown();
        } catch (InvalidProviderResponse e) {
            return new TokenOwner.NotNamed();
        }
    }
}
