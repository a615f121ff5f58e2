package io.omnibridge.adapters.providers.oauth;

import java.util.Optional;

/** Result of an authorization request that a probe sent: what the server does with a browser. */
sealed interface AuthorizationProbeResult {

    /**
     * It redirects to the redirect URI, which it accepts therefore.
     *
     * @param error the error code; empty if it grants
     */
    record Returned(Optional<String> error) implements AuthorizationProbeResult {}

    /** It shows an error: it knows this client or this redirect URI not, or refuses the request. */
    record Refused(int status) implements AuthorizationProbeResult {}

    /** It shows a page or redirects elsewhere, to a login most likely. */
    record Elsewhere() implements AuthorizationProbeResult {}

    /** It fails or is not there. */
    record Unavailable(int status) implements AuthorizationProbeResult {}
}
