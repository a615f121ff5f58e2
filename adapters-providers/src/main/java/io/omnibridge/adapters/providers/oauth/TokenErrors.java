package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.ErrorRules;
import java.util.Set;

/** Error codes of token endpoints (RFC 6749 §5.2), and those that providers have beside them. */
final class TokenErrors {

    /** Error codes of a server that failed while it processed the request. */
    private static final Set<String> SERVER_ERRORS =
            Set.of("server_error", "internal_error", "fatal_error", "request_timeout", "service_unavailable");

    /** Error codes of a server that is busy. */
    private static final Set<String> BUSY_ERRORS =
            Set.of("temporarily_unavailable", "slow_down", "rate_limited", "rate_limit_exceeded", "too_many_requests");

    /** Error codes (RFC 6749 §5.2) of which the grant is not the usual cause. */
    private static final Set<String> REQUEST_ERRORS =
            Set.of("invalid_request", "unsupported_grant_type", "invalid_scope");

    private TokenErrors() {}

    /** Returns the result that an error code stands for at a provider. */
    static TokenResult classify(ErrorRules rules, String error) {
        if (error.equals("invalid_grant") || rules.invalidGrant().contains(error)) {
            return TokenResult.of(TokenResultKind.INVALID_GRANT);
        }
        if (error.equals("invalid_client") || rules.invalidClient().contains(error)) {
            return TokenResult.of(TokenResultKind.INVALID_CLIENT);
        }
        if (error.equals("unauthorized_client")) {
            return TokenResult.of(TokenResultKind.CLIENT_OR_GRANT_REFUSED);
        }
        if (REQUEST_ERRORS.contains(error)) {
            return TokenResult.of(TokenResultKind.REQUEST_REFUSED);
        }
        if (BUSY_ERRORS.contains(error)) {
            return TokenResult.of(TokenResultKind.NOT_PROCESSED);
        }
        return TokenResult.of(
                SERVER_ERRORS.contains(error) ? TokenResultKind.OUTCOME_UNKNOWN : TokenResultKind.OTHER_ERROR);
    }
}
