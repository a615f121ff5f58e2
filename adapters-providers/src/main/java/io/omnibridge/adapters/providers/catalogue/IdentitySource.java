package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Where the stable id of an account is found. Several parts are joined by a bar. */
public sealed interface IdentitySource {

    /**
     * The ID token's {@code sub} (OpenID Connect Core §2).
     *
     * @param isUserinfoAsked whether the userinfo endpoint, where there is one, has to say the same (§5.3.2)
     */
    record IdTokenSubject(boolean isUserinfoAsked) implements IdentitySource {}

    /** In the token endpoint's answer. */
    record InTokenResponse(List<JsonPointer> parts) implements IdentitySource {
        public InTokenResponse {
            parts = List.copyOf(parts);
        }
    }

    /** In what an endpoint answers to the access token. */
    record IdentityEndpoint(URI url, List<JsonPointer> parts) implements IdentitySource {
        public IdentityEndpoint {
            Objects.requireNonNull(url, "url");
            parts = List.copyOf(parts);
        }
    }
}
