package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Where a provider states the stable id of an account. Several parts are joined by a bar. */
public sealed interface IdentitySource {

    /**
     * The subject of the ID token (OpenID Connect Core §2).
     *
     * @param checksUserinfo whether the userinfo endpoint, if there is one, must name the same subject (§5.3.2)
     */
    record IdTokenSubject(boolean checksUserinfo) implements IdentitySource {}

    /**
     * Members of the token response.
     *
     * @param parts JSON pointers to the parts of the id
     */
    record InTokenResponse(List<JsonPointer> parts) implements IdentitySource {
        public InTokenResponse {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Members of the response of an endpoint that accepts the access token.
     *
     * @param parts JSON pointers to the parts of the id
     */
    record IdentityEndpoint(URI url, List<JsonPointer> parts) implements IdentitySource {
        public IdentityEndpoint {
            Objects.requireNonNull(url, "url");
            parts = List.copyOf(parts);
        }
    }
}
