package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.Set;

/**
 * A published key that verifies signatures.
 *
 * @param algorithms what it may be used with; all of them for its type of key (RFC 8725 §3.1)
 */
record VerificationKey(Optional<String> keyId, PublicKey key, Set<SignatureAlgorithm> algorithms) {

    /** Whether this can be the key that a token names; one that names none leaves it open (RFC 7515 §4.1.4). */
    boolean fits(TokenHeader header) {
        return algorithms.contains(header.algorithm())
                && (header.keyId().isEmpty() || header.keyId().equals(keyId));
    }

    /** The key, ready to verify with one of its {@link #algorithms}. */
    Algorithm with(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case HS256 -> throw new IllegalArgumentException("a public key is no shared secret");
            case RS256 -> Algorithm.RSA256((RSAPublicKey) key, null);
            case RS384 -> Algorithm.RSA384((RSAPublicKey) key, null);
            case RS512 -> Algorithm.RSA512((RSAPublicKey) key, null);
            case ES256 -> Algorithm.ECDSA256((ECPublicKey) key, null);
            case ES384 -> Algorithm.ECDSA384((ECPublicKey) key, null);
            case ES512 -> Algorithm.ECDSA512((ECPublicKey) key, null);
        };
    }
}
