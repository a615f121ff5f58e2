package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A published key that verifies signatures.
 *
 * @param algorithms the algorithms it may be used with; all of them for its type of key (RFC 8725 §3.1)
 */
record VerificationKey(Optional<String> keyId, PublicKey key, Set<SignatureAlgorithm> algorithms) {

    private static final Map<Curve, SignatureAlgorithm> CURVES = Map.of(
            Curve.P_256, SignatureAlgorithm.ES256,
            Curve.P_384, SignatureAlgorithm.ES384,
            Curve.P_521, SignatureAlgorithm.ES512);

    /** Returns the key with those of its algorithms that its {@code alg} allows and that are accepted here; maybe none. */
    static VerificationKey of(JWK jwk) {
        Set<SignatureAlgorithm> possible =
                jwk instanceof ECKey ec ? Set.of(CURVES.get(ec.getCurve())) : SignatureAlgorithm.RSA;
        Set<SignatureAlgorithm> allowed = possible.stream()
                .filter(a -> jwk.getAlgorithm() == null
                        || jwk.getAlgorithm().getName().equals(a.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new VerificationKey(Optional.ofNullable(jwk.getKeyID()), publicKey(jwk), allowed);
    }

    private static PublicKey publicKey(JWK jwk) {
        try {
            return ((AsymmetricJWK) jwk).toPublicKey();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("not a key that was read from a key set", e);
        }
    }

    /** Returns whether a token can mean this key; a token without a key id leaves it open (RFC 7515 §4.1.4). */
    boolean fits(TokenHeader header) {
        return algorithms.contains(header.algorithm())
                && (header.keyId().isEmpty() || header.keyId().equals(keyId));
    }

    /** Returns whether users' tokens may be signed with a key of this type. */
    static boolean isUnderstood(JWK jwk) {
        return jwk instanceof ECKey || jwk instanceof RSAKey;
    }

    /** Returns a key, ready to verify with an algorithm for its type. */
    static Algorithm algorithm(PublicKey key, SignatureAlgorithm algorithm) {
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
