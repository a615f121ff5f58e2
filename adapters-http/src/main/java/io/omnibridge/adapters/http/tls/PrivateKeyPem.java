package io.omnibridge.adapters.http.tls;

import io.omnibridge.domain.InvalidValue;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Private key in PEM: PKCS#8, PKCS#1 (RSA) or SEC1 (EC). Immutable; {@link #toString()} prints nothing of it. */
public final class PrivateKeyPem {

    private static final String PKCS8 = "PRIVATE KEY";
    private static final String EC_PARAMETERS = "EC PARAMETERS";
    private static final List<String> LABELS = List.of(PKCS8, "RSA PRIVATE KEY", "EC PRIVATE KEY");
    private static final String KEY_RULE = "must be one private key in PEM: PKCS#8, PKCS#1 (RSA) or SEC1 (EC)";

    private final PemBlock block;

    private PrivateKeyPem(PemBlock block) {
        this.block = block;
    }

    /**
     * Parses the only key in {@code pem}.
     *
     * @throws InvalidValue if {@code pem} contains anything else, or the key is encrypted; the message reveals nothing of it
     */
    public static PrivateKeyPem parse(String pem) {
        List<PemBlock> blocks = PemBlock.readAll(pem).stream()
                .filter(block -> !block.label().equals(EC_PARAMETERS))
                .toList();
        InvalidValue.unless(blocks.size() == 1, KEY_RULE);
        PemBlock block = blocks.get(0);
        InvalidValue.unless(!block.isEncrypted(), "is encrypted: give the key without a passphrase");
        InvalidValue.unless(LABELS.contains(block.label()), KEY_RULE);
        return new PrivateKeyPem(block);
    }

    /** Returns the key, read with the algorithm of {@code publicKey}. It may still belong to another public key. */
    PrivateKey toKey(PublicKey publicKey) throws GeneralSecurityException {
        byte[] der = block.der(KEY_RULE);
        byte[] pkcs8 = block.label().equals(PKCS8) ? der : pkcs8(der, publicKey);
        return KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** Converts PKCS#1 or SEC1 into PKCS#8 (RFC 5208 §5), with the algorithm of the public key, which the older forms omit. */
    private static byte[] pkcs8(byte[] der, PublicKey publicKey) {
        byte[] algorithm = Der.firstIn(publicKey.getEncoded());
        return Der.sequence(Der.ZERO, algorithm, Der.octetString(der));
    }

    @Override
    public String toString() {
        return "PrivateKeyPem[redacted]";
    }
}
