package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.Urls;
import io.omnibridge.adapters.support.net.PrivateHost;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Metadata that an issuer publishes (OpenID Connect Discovery §3, RFC 8414 §2). The issuer is not trusted with addresses inside the
 * operator's network: a URL that it names must be https, and must not be a {@linkplain PrivateHost private} address, unless the
 * issuer itself is at one. An endpoint may have a query (RFC 6749 §3.2).
 *
 * @param idTokenAlgorithms the announced algorithms of ID tokens; empty if the issuer announces none
 * @param scopes the announced scopes, of which there may be more; empty if the issuer announces none
 * @param grantTypes the announced grant types; empty if the issuer announces none
 */
record IssuerMetadata(
        Endpoints endpoints,
        List<String> idTokenAlgorithms,
        Optional<List<String>> scopes,
        Optional<List<String>> grantTypes) {

    /** Metadata of an issuer that publishes none. */
    static final IssuerMetadata NONE = new IssuerMetadata(
            new Endpoints(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            List.of(),
            Optional.empty(),
            Optional.empty());

    IssuerMetadata {
        idTokenAlgorithms = List.copyOf(idTokenAlgorithms);
    }

    /**
     * Reads metadata.
     *
     * @param given the endpoints of the catalogue; what they have is not read
     * @throws InvalidProviderResponse if the metadata is of another issuer, lacks an endpoint, or has one that is not allowed
     */
    static IssuerMetadata read(JsonNode json, String issuer, Endpoints given) throws InvalidProviderResponse {
        if (!ProviderJson.text(json, "issuer").equals(Optional.of(issuer))) {
            throw new InvalidProviderResponse("the issuer's metadata names another issuer");
        }
        Endpoints endpoints = new Endpoints(
                Optional.of(issuer),
                Optional.of(json.path("authorization_response_iss_parameter_supported")
                        .asBoolean(false)),
                required(json, "authorization_endpoint", issuer, given.authorization()),
                required(json, "token_endpoint", issuer, given.token()),
                optional(json, "revocation_endpoint", issuer, given.revocation()),
                optional(json, "jwks_uri", issuer, given.keys()),
                optional(json, "userinfo_endpoint", issuer, given.userinfo()));
        return new IssuerMetadata(
                endpoints,
                texts(json, "id_token_signing_alg_values_supported").orElse(List.of()),
                texts(json, "scopes_supported"),
                texts(json, "grant_types_supported"));
    }

    private static Optional<List<String>> texts(JsonNode json, String member) {
        List<String> texts = new ArrayList<>();
        json.path(member).forEach(it -> texts.add(it.asText()));
        return Optional.of(List.copyOf(texts)).filter(it -> !it.isEmpty());
    }

    private static Optional<URI> required(JsonNode json, String member, String issuer, Optional<URI> given)
            throws InvalidProviderResponse {
        Optional<URI> url = optional(json, member, issuer, given);
        if (url.isEmpty() && given.isEmpty()) {
            throw new InvalidProviderResponse("the issuer's metadata has no " + member);
        }
        return url;
    }

    private static Optional<URI> optional(JsonNode json, String member, String issuer, Optional<URI> given)
            throws InvalidProviderResponse {
        Optional<String> text = ProviderJson.text(json, member);
        if (given.isPresent() || text.isEmpty()) {
            return Optional.empty();
        }
        URI url = Urls.parse(text.get())
                .orElseThrow(() -> new InvalidProviderResponse("the issuer's metadata has a " + member
                        + " that is no https URL (or http on loopback) without user, fragment and dot segments"));
        requireReachable(url, URI.create(issuer), member);
        return Optional.of(url);
    }

    private static void requireReachable(URI url, URI issuer, String member) throws InvalidProviderResponse {
        if (!isHttps(url) && isHttps(issuer)) {
            throw new InvalidProviderResponse("the issuer's metadata has a " + member + " that is not https");
        }
        if (PrivateHost.isPrivate(url.getHost()) && !PrivateHost.isPrivate(issuer.getHost())) {
            throw new InvalidProviderResponse(
                    "the issuer's metadata has a " + member + " at a private address, and the issuer is not at one");
        }
    }

    private static boolean isHttps(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT).equals("https");
    }
}
