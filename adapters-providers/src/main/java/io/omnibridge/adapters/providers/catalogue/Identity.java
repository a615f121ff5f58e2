package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Where the stable id of an account is found. Several parts are joined by a bar. */
public sealed interface Identity {

    /**
     * The ID token's {@code sub} (OpenID Connect Core §2).
     *
     * @param isUserinfoAsked whether the userinfo endpoint, where there is one, has to say the same (§5.3.2)
     */
    record SnapshotScope(boolean isUserinfoAsked) implements Identity {}

    /** In the token endpoint's answer. */
    record InAnswer(List<JsonPointer> parts) implements Identity {
        public InAnswer {
            parts = List.copyOf(parts);
        }
    }

    /** In what an endpoint answers to the access token. */
    record At(URI url, List<JsonPointer> parts) implements Identity {
        public At {
            Objects.requireNonNull(url, "url");
            parts = List.copyOf(parts);
        }
    }
}
