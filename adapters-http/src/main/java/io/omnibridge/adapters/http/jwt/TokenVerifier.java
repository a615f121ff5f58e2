package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.identity.Caller;

/** Turns a JWT (RFC 7519) into the caller that it proves. Implementations are thread-safe. */
public interface TokenVerifier {

    /**
     * Answers who the token's caller is.
     *
     * @param token the compact form (RFC 7515 §3.1), without {@code Bearer}; any string may be given
     * @throws InvalidToken if it fails any check, and for nothing else
     * @throws KeysUnavailable if the token could be valid but the issuer's keys cannot be had
     */
    Caller verify(String token) throws InvalidToken, KeysUnavailable;
}
