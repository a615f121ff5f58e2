package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.catalogue.Urls;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.domain.account.ProviderId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Determines the endpoints of providers: those of the catalogue, and for the missing ones the metadata of the issuer (OpenID
 * Connect Discovery §4, RFC 8414 §3). Metadata is cached for an hour, or for a day while the issuer is unreachable. Thread-safe.
 */
final class Discovery {

    private static final Duration MAX_AGE = Duration.ofHours(1);
    private static final Duration MAX_AGE_IN_OUTAGE = Duration.ofHours(24);
    private static final int NOT_FOUND = 404;

    private record CachedMetadata(Endpoints endpoints, Instant fetchedAt) {}

    private final Transport transport;
    private final Clock clock;
    private final Map<ProviderId, CachedMetadata> cache = new ConcurrentHashMap<>();

    Discovery(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Returns the endpoints of a provider.
     *
     * @throws RequestFailed if the issuer's metadata is needed and the issuer does not respond
     * @throws InvalidProviderResponse if the issuer's metadata is invalid
     */
    Endpoints endpoints(ProviderEntry entry, Deadline deadline) throws RequestFailed, InvalidProviderResponse {
        Endpoints known = entry.endpoints();
        boolean isComplete = known.authorization().isPresent()
                && known.token().isPresent()
                && (known.keys().isPresent() || !entry.connectable().isOpenId());
        return isComplete ? known : known.or(discovered(entry, deadline));
    }

    private Endpoints discovered(ProviderEntry entry, Deadline deadline) throws RequestFailed, InvalidProviderResponse {
        CachedMetadata cached = cache.get(entry.id());
        Instant now = clock.instant();
        if (cached != null && now.isBefore(cached.fetchedAt().plus(MAX_AGE))) {
            return cached.endpoints();
        }
        try {
            Endpoints fetched = fetch(entry.endpoints().issuer().orElseThrow(), deadline);
            cache.put(entry.id(), new CachedMetadata(fetched, now));
            return fetched;
        } catch (RequestFailed | InvalidProviderResponse e) {
            if (cached != null && now.isBefore(cached.fetchedAt().plus(MAX_AGE_IN_OUTAGE))) {
                return cached.endpoints();
            }
            throw e;
        }
    }

    private Endpoints fetch(String issuer, Deadline deadline) throws RequestFailed, InvalidProviderResponse {
        for (URI url : metadataUrls(issuer)) {
            ProviderResponse response = transport.send(
                    ProviderRequest.get(url, Map.of("Accept", "application/json"), deadline.remaining()));
            if (response.status() != NOT_FOUND) {
                return read(issuer, response);
            }
        }
        throw new InvalidProviderResponse("the issuer publishes no metadata");
    }

    /** Returns the URLs of OpenID Connect Discovery and of RFC 8414, in this order. */
    private static List<URI> metadataUrls(String issuer) {
        URI url = URI.create(issuer);
        String path = url.getRawPath().replaceFirst("/$", "");
        String origin = url.getScheme() + "://" + url.getRawAuthority();
        return List.of(
                URI.create(origin + path + "/.well-known/openid-configuration"),
                URI.create(origin + "/.well-known/oauth-authorization-server" + path));
    }

    private static Endpoints read(String issuer, ProviderResponse response) throws InvalidProviderResponse {
        Optional<JsonNode> metadata = ProviderJson.object(response).filter(it -> response.status() == 200);
        if (metadata.isEmpty()) {
            throw new InvalidProviderResponse(
                    "the issuer's metadata cannot be read (status " + response.status() + ")");
        }
        JsonNode json = metadata.get();
        if (!ProviderJson.text(json, "issuer").equals(Optional.of(issuer))) {
            throw new InvalidProviderResponse("the issuer's metadata names another issuer");
        }
        Endpoints endpoints = new Endpoints(
                Optional.of(issuer),
                Optional.of(json.path("authorization_response_iss_parameter_supported")
                        .asBoolean(false)),
                url(json, "authorization_endpoint"),
                url(json, "token_endpoint"),
                url(json, "revocation_endpoint"),
                url(json, "jwks_uri"),
                url(json, "userinfo_endpoint"));
        if (endpoints.authorization().isEmpty() || endpoints.token().isEmpty()) {
            throw new InvalidProviderResponse("the issuer's metadata names no usable authorization or token endpoint");
        }
        return endpoints;
    }

    private static Optional<URI> url(JsonNode metadata, String member) {
        return ProviderJson.text(metadata, member).flatMap(Urls::parse);
    }
}
