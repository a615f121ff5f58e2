package io.omnibridge.bootstrap.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An authorization request to the demo (RFC 6749 §4.1.1, RFC 7636 §4.3), which the consent page carries along.
 *
 * @param redirectUri where the browser goes back to, always on this machine
 * @param challenge the PKCE code challenge, by S256
 */
record DemoConsent(String redirectUri, String oauthState, String challenge) {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Reads the parameters of a request; empty if one is missing or wrong. */
    static Optional<DemoConsent> of(Map<String, String> parameters) {
        String redirectUri = parameters.getOrDefault("redirect_uri", "");
        String oauthState = parameters.getOrDefault("state", "");
        String challenge = parameters.getOrDefault("code_challenge", "");
        boolean isComplete = "code".equals(parameters.get("response_type"))
                && DemoAuthorization.CLIENT_ID.equals(parameters.get("client_id"))
                && "S256".equals(parameters.get("code_challenge_method"))
                && isOnThisMachine(redirectUri)
                && !oauthState.isEmpty()
                && !challenge.isEmpty();
        return isComplete ? Optional.of(new DemoConsent(redirectUri, oauthState, challenge)) : Optional.empty();
    }

    /** Returns where the browser goes back to, with a code or an error. */
    URI location(String parameter, String value) {
        return URI.create(redirectUri + "?" + parameter + "=" + encoded(value) + "&state=" + encoded(oauthState));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Returns the response to a request that is none of these. */
    static DemoResponse malformed() {
        return DemoResponse.failed(400, "the demo takes authorization requests of OmniBridge on this machine only");
    }

    static boolean isOnThisMachine(String redirectUri) {
        try {
            URI uri = URI.create(redirectUri);
            return HOSTS.contains(Optional.ofNullable(uri.getHost()).orElse(""))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
