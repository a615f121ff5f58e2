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
 * Reader of {@link IssuerMetadata}. The issuer is not trusted with addresses inside the operator's network: a URL that it names must be
 * https, and must not be a {@linkplain PrivateHost private} address, unless the issuer itself is at one. An endpoint may have a query
 * (RFC 6749 §3.2).
 *
 * @param given the endpoints of the catalogue; what they have is not read
 */
record MetadataReader(JsonNode json, String issuer, Endpoints given) {

    IssuerMetadata read() throws InvalidProviderResponse {
        if (!ProviderJson.text(json, "issuer").equals(Optional.of(issuer))) {
            throw new InvalidProviderResponse("the issuer's metadata names another issuer");
        }
        return new IssuerMetadata(
                endpoints(),
                texts("id_token_signing_alg_values_supported").orElse(List.of()),
                texts("scopes_supported"),
                texts("grant_types_supported"),
                new SignInMetadata(
                        texts("subject_types_supported").orElse(List.of()),
                        texts("token_endpoint_auth_methods_supported").orElse(List.of()),
                        usable("end_session_endpoint")));
    }

    private Endpoints endpoints() throws InvalidProviderResponse {
        return new Endpoints(
                Optional.of(issuer),
                Optional.of(json.path("authorization_response_iss_parameter_supported")
                        .asBoolean(false)),
                required("authorization_endpoint", given.authorization()),
                required("token_endpoint", given.token()),
                optional("revocation_endpoint", given.revocation()),
                optional("jwks_uri", given.keys()),
                optional("userinfo_endpoint", given.userinfo()));
    }

    private Optional<List<String>> texts(String member) {
        List<String> texts = new ArrayList<>();
        json.path(member).forEach(it -> texts.add(it.asText()));
        return Optional.of(List.copyOf(texts)).filter(it -> !it.isEmpty());
    }

    private Optional<URI> required(String member, Optional<URI> known) throws InvalidProviderResponse {
        Optional<URI> url = optional(member, known);
        if (url.isEmpty() && known.isEmpty()) {
            throw new InvalidProviderResponse("the issuer's metadata has no " + member);
        }
        return url;
    }

    private Optional<URI> optional(String member, Optional<URI> known) throws InvalidProviderResponse {
        Optional<String> text = ProviderJson.text(json, member);
        return known.isPresent() || text.isEmpty() ? Optional.empty() : Optional.of(url(member, text.get()));
    }

    /** Returns a URL that is not needed; empty also if it is not allowed. */
    private Optional<URI> usable(String member) {
        try {
            return optional(member, Optional.empty());
        } catch (InvalidProviderResponse e) {
            return Optional.empty();
        }
    }

    private URI url(String member, String text) throws InvalidProviderResponse {
        URI url = Urls.parse(text)
                .orElseThrow(() -> new InvalidProviderResponse("the issuer's metadata has a " + member
                        + " that is no https URL (or http on loopback) without user, fragment and dot segments"));
        requireReachable(url, URI.create(issuer), member);
        return url;
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
