package io.omnibridge.adapters.support.jwks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/** The strength that a key needs: RSA of 2048 to 8192 bits, EC on P-256, P-384 or P-521, or Ed25519. */
final class KeyStrength {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    private static final int ED25519_BYTES = 32;

    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private KeyStrength() {}

    /**
     * Returns whether the key is strong enough. Checks the JDK's key, since making it rejects numbers that are no key.
     *
     * @throws JOSEException if the JDK rejects the key
     */
    static boolean isEnough(JWK key) throws JOSEException {
        if (key instanceof OctetKeyPair pair) {
            return pair.getCurve().equals(Curve.Ed25519) && pair.getDecodedX().length == ED25519_BYTES;
        }
        if (((AsymmetricJWK) key).toPublicKey() instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS;
        }
        return CURVES.contains(((ECKey) key).getCurve());
    }
}
