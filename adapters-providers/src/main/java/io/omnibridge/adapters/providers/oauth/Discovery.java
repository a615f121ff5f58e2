package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.IdentitySource;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.catalogue.RevocationStyle;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Determines the endpoints of providers: those of the catalogue, and each missing one from the metadata of the issuer (OpenID Connect
 * Discovery §4, RFC 8414 §3). Thread-safe.
 */
final class Discovery {

    private static final Duration MAX_FETCH = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;

    private final Transport transport;
    private final Clock clock;
    private final MetadataCache cache;

    Discovery(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
        this.cache = new MetadataCache(clock);
    }

    /**
     * Returns the endpoints of a provider.
     *
     * @throws RequestFailed if the issuer's metadata is needed and the issuer does not respond
     * @throws InvalidProviderResponse if the issuer's metadata is invalid
     */
    Endpoints endpoints(ProviderEntry entry, ProviderDeadline deadline) throws RequestFailed, InvalidProviderResponse {
        return isComplete(entry)
                ? entry.endpoints()
                : entry.endpoints().or(metadata(entry, deadline).endpoints());
    }

    /**
     * Returns the endpoints of a provider as far as a refresh needs them: without a request, where the catalogue names the token
     * endpoint.
     */
    Endpoints endpointsForRefresh(ProviderEntry entry, ProviderDeadline deadline)
            throws RequestFailed, InvalidProviderResponse {
        return entry.endpoints().token().isPresent() ? entry.endpoints() : endpoints(entry, deadline);
    }

    /** Returns the endpoints of a provider as far as a revocation needs them. */
    Endpoints endpointsForRevocation(ProviderEntry entry, ProviderDeadline deadline)
            throws RequestFailed, InvalidProviderResponse {
        boolean isKnown = entry.endpoints().token().isPresent()
                && entry.endpoints().revocation().isPresent();
        return isKnown ? entry.endpoints() : endpoints(entry, deadline);
    }

    /** Returns the token endpoint of a provider without a request; empty while it has not been discovered. */
    Optional<URI> knownTokenEndpoint(ProviderEntry entry) {
        return entry.endpoints()
                .token()
                .or(() -> cache.known(entry.id())
                        .flatMap(metadata -> metadata.endpoints().token()));
    }

    /** Returns whether the issuer's metadata could add nothing that is used, or the provider has none. */
    private static boolean isComplete(ProviderEntry entry) {
        Endpoints known = entry.endpoints();
        boolean isUserinfoUsed =
                entry.identity() instanceof IdentitySource.IdTokenSubject subject && subject.checksUserinfo();
        return !isDiscoverable(entry)
                || (hasRequired(known)
                        && known.isIssuerReturned().isPresent()
                        && (known.revocation().isPresent() || entry.revocation() == RevocationStyle.NONE)
                        && (known.userinfo().isPresent() || !isUserinfoUsed));
    }

    /** Returns whether the provider has an issuer whose metadata can be found. */
    static boolean isDiscoverable(ProviderEntry entry) {
        return entry.connectable().isOpenId()
                && entry.endpoints()
                        .issuer()
                        .filter(it -> !it.contains("{tid}"))
                        .isPresent();
    }

    private static boolean hasRequired(Endpoints endpoints) {
        return endpoints.authorization().isPresent()
                && endpoints.token().isPresent()
                && endpoints.keys().isPresent();
    }

    /**
     * Returns the metadata of a provider's issuer.
     *
     * @throws RequestFailed if the issuer does not respond
     * @throws InvalidProviderResponse if the metadata is invalid, or lacks what the catalogue lacks
     */
    IssuerMetadata metadata(ProviderEntry entry, ProviderDeadline deadline)
            throws RequestFailed, InvalidProviderResponse {
        return cache.get(entry.id(), () -> fetch(entry, new ProviderDeadline(clock, MAX_FETCH)), deadline);
    }

    /** Returns whether {@link #endpoints} would have to wait for the issuer now. */
    boolean isWaitNeeded(ProviderEntry entry) {
        return !isComplete(entry) && !cache.answersAtOnce(entry.id());
    }

    private IssuerMetadata fetch(ProviderEntry entry, ProviderDeadline deadline)
            throws RequestFailed, InvalidProviderResponse {
        String issuer = entry.endpoints().issuer().orElseThrow();
        for (URI url : metadataUrls(issuer)) {
            ProviderResponse response = transport.send(
                    ProviderRequest.get(url, Map.of("Accept", "application/json"), deadline.remaining()));
            if (response.status() != NOT_FOUND) {
                return IssuerMetadata.read(json(response), issuer, entry.endpoints());
            }
        }
        if (hasRequired(entry.endpoints())) {
            return IssuerMetadata.NONE;
        }
        throw new InvalidProviderResponse("the issuer publishes no metadata");
    }

    private static JsonNode json(ProviderResponse response) throws InvalidProviderResponse {
        return ProviderJson.object(response)
                .filter(it -> response.status() == 200)
                .orElseThrow(() -> new InvalidProviderResponse(
                        "the issuer's metadata cannot be read (status " + response.status() + ")"));
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
}
