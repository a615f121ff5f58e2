package io.omnibridge.application.port;

import java.time.Duration;
import java.util.Objects;

/** What came of giving a grant back. */
public sealed interface RevocationResult {

    /** The provider says that the grant is no more (RFC 7009 §2.2), or does not know it. */
    record Revoked() implements RevocationResult {}

    /** Not now. */
    record Failed(Duration retryAfter) implements RevocationResult {
        public Failed {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /** Never: the provider offers no way, or is configured no more, or is another than the one that the token came from. */
    record Impossible() implements RevocationResult {}
}
