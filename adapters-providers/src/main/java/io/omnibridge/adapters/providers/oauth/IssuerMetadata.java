package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import java.util.List;
import java.util.Optional;

/**
 * Metadata that an issuer publishes (OpenID Connect Discovery §3, RFC 8414 §2).
 *
 * @param idTokenAlgorithms the announced algorithms of ID tokens; empty if the issuer announces none
 * @param scopes the announced scopes, of which there may be more; empty if the issuer announces none
 * @param grantTypes the announced grant types; empty if the issuer announces none
 * @param signIn what concerns the sign-in of people alone
 */
record IssuerMetadata(
        Endpoints endpoints,
        List<String> idTokenAlgorithms,
        Optional<List<String>> scopes,
        Optional<List<String>> grantTypes,
        SignInMetadata signIn) {

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
            Optional.empty(),
            SignInMetadata.NONE);

    IssuerMetadata {
        idTokenAlgorithms = List.copyOf(idTokenAlgorithms);
    }

    /**
     * Reads metadata as {@link MetadataReader} does.
     *
     * @param given the endpoints of the catalogue; what they have is not read
     * @throws InvalidProviderResponse if the metadata is of another issuer, lacks an endpoint, or has one that is not allowed
     */
    static IssuerMetadata read(JsonNode json, String issuer, Endpoints given) throws InvalidProviderResponse {
        return new MetadataReader(json, issuer, given).read();
    }
}
