package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.identity.Caller;

/** Verifies a JWT (RFC 7519) and returns its caller. Implementations are thread-safe. */
public interface TokenVerifier {

    /** The maximum length of a token, in characters. */
    int MAX_TOKEN_LENGTH = 16 * 1024;

    /**
     * Returns the caller of a valid token.
     *
     * @param token the compact form (RFC 7515 §3.1), without {@code Bearer}; any string may be given
     * @throws InvalidToken if and only if it fails a check
     * @throws KeysUnavailable if the token could be valid but the issuer's keys are unknown
     */
    Caller verify(String token) throws InvalidToken, KeysUnavailable;

    /**
     * Returns the caller of a valid token, also of one that was issued for the route of agents alone.
     *
     * @throws InvalidToken if and only if it fails a check
     * @throws KeysUnavailable if the token could be valid but the issuer's keys are unknown
     */
    default Caller verifyAgent(String token) throws InvalidToken, KeysUnavailable {
        return verify(token);
    }
}
