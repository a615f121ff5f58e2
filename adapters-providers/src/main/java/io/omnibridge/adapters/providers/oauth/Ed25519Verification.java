package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** Verifies signatures by Ed25519 (RFC 8037 §3.1) with the JDK; the library would need another library for it. Immutable. */
final class Ed25519Verification implements JWSVerifier {

    /** What precedes the 32 bytes of the key in its X.509 encoding (RFC 8410 §4). */
    private static final String X509_PREFIX = "302a300506032b6570032100";

    private static final String ED25519 = "Ed25519";

    private final PublicKey key;

    Ed25519Verification(OctetKeyPair pair) throws JOSEException {
        String encoded = X509_PREFIX + HexFormat.of().formatHex(pair.getDecodedX());
        try {
            this.key = KeyFactory.getInstance(ED25519)
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(encoded)));
        } catch (GeneralSecurityException e) {
            throw new JOSEException("not an Ed25519 key", e);
        }
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature) {
        if (header.getCriticalParams() != null) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance(ED25519);
            verification.initVerify(key);
            verification.update(signingInput);
            return verification.verify(signature.decode());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
    }

    @Override
    public JCAContext getJCAContext() {
        return new JCAContext();
    }
}
