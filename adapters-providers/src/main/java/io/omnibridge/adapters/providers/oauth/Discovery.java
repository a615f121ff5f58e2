package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.catalogue.Urls;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
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
 * Where providers listen: what the catalogue says, and else what the issuer publishes (OpenID Connect Discovery §4, RFC 8414
 * §3), which is remembered for an hour, and for a day while the issuer is away. Thread-safe.
 */
final class Discovery {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofHours(24);
    private static final int NOT_FOUND = 404;

    private record Found(Endpoints endpoints, Instant at) {}

    private final Transport transport;
    private final Clock clock;
    private final Map<ProviderId, Found> remembered = new ConcurrentHashMap<>();

    Discovery(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * All that is known of where the provider listens.
     *
     * @throws RequestFailed if the issuer has to be asked and does not answer
     * @throws InvalidProviderResponse if its answer is none
     */
    Endpoints endpoints(ProviderEntry entry, Deadline deadline) throws RequestFailed, InvalidProviderResponse {
        Endpoints known = entry.endpoints();
        boolean isWhole = known.authorization().isPresent()
                && known.token().isPresent()
                && (known.keys().isPresent() || !entry.connectable().isOpenId());
        return isWhole ? known : known.or(discovered(entry, deadline));
    }

    private Endpoints discovered(ProviderEntry entry, Deadline deadline) throws RequestFailed, InvalidProviderResponse {
        Found found = remembered.get(entry.id());
        Instant now = clock.instant();
        if (found != null && now.isBefore(found.at().plus(FRESH))) {
            return found.endpoints();
        }
        try {
            Endpoints fresh = ask(entry.endpoints().issuer().orElseThrow(), deadline);
            remembered.put(entry.id(), new Found(fresh, now));
            return fresh;
        } catch (RequestFailed | InvalidProviderResponse e) {
            if (found != null && now.isBefore(found.at().plus(USABLE))) {
                return found.endpoints();
            }
            throw e;
        }
    }

    private Endpoints ask(String issuer, Deadline deadline) throws RequestFailed, InvalidProviderResponse {
        for (URI place : places(issuer)) {
            ProviderResponse answer =
                    transport.send(ProviderRequest.get(place, Map.of("Accept", "application/json"), deadline.left()));
            if (answer.status() != NOT_FOUND) {
                return read(issuer, answer);
            }
        }
        throw new InvalidProviderResponse("the issuer publishes no metadata");
    }

    /** Behind the issuer's path, as OpenID Connect does, and before it, as RFC 8414 does. */
    private static List<URI> places(String issuer) {
        URI url = URI.create(issuer);
        String path = url.getRawPath().replaceFirst("/$", "");
        String origin = url.getScheme() + "://" + url.getRawAuthority();
        return List.of(
                URI.create(origin + path + "/.well-known/openid-configuration"),
                URI.create(origin + "/.well-known/oauth-authorization-server" + path));
    }

    private static Endpoints read(String issuer, ProviderResponse answer) throws InvalidProviderResponse {
        Optional<JsonNode> metadata = ProviderJson.object(answer).filter(it -> answer.status() == 200);
        if (metadata.isEmpty()) {
            throw new InvalidProviderResponse("the issuer's metadata cannot be read (status " + answer.status() + ")");
        }
        JsonNode json = metadata.get();
        if (!ProviderJson.text(json, "issuer").equals(Optional.of(issuer))) {
            throw new InvalidProviderResponse("the issuer's metadata is that of another issuer");
        }
        Endpoints found = new Endpoints(
                Optional.of(issuer),
                Optional.of(json.path("authorization_response_iss_parameter_supported")
                        .asBoolean(false)),
                url(json, "authorization_endpoint"),
                url(json, "token_endpoint"),
                url(json, "revocation_endpoint"),
                url(json, "jwks_uri"),
                url(json, "userinfo_endpoint"));
        if (found.authorization().isEmpty() || found.token().isEmpty()) {
            throw new InvalidProviderResponse(
                    "the issuer's metadata names no authorization or token endpoint that can be used");
        }
        return found;
    }

    private static Optional<URI> url(JsonNode metadata, String member) {
        return ProviderJson.text(metadata, member).flatMap(Urls::parse);
    }
}
