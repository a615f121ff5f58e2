package io.omnibridge.adapters.http.session;

import java.util.Map;

/** Names what the issuer refused (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6) by texts of our own; the issuer's are not shown. */
final class AuthorizationError {

    private static final Map<String, String> TEXT_KEYS = Map.of(
            "access_denied", "cancelled",
            "login_required", "cancelled",
            "interaction_required", "cancelled",
            "consent_required", "cancelled",
            "account_selection_required", "cancelled",
            "server_error", "issuer-failed",
            "temporarily_unavailable", "issuer-failed");

    private AuthorizationError() {}

    /** Returns the key of the text about {@code error}. An error that is not the user's names the registration of the client. */
    static String textKey(String error) {
        return TEXT_KEYS.getOrDefault(error, "client-refused");
    }
}
