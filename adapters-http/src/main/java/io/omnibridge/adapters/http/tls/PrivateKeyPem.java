package io.omnibridge.adapters.http.tls;

import io.omnibridge.domain.InvalidValue;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** A private key in PEM, as openssl writes it: in PKCS#8, PKCS#1 (RSA) or SEC1 (EC). Immutable; it prints nothing. */
public final class PrivateKeyPem {

    private static final String PKCS8 = "PRIVATE KEY";
    private static final String EC_PARAMETERS = "EC PARAMETERS";
    private static final List<String> LABELS = List.of(PKCS8, "RSA PRIVATE KEY", "EC PRIVATE KEY");
    private static final String NO_KEY = "must be one private key in PEM: PKCS#8, PKCS#1 (RSA) or SEC1 (EC)";

    private final PemBlock block;

    private PrivateKeyPem(PemBlock block) {
        this.block = block;
    }

    /**
     * Reads the one key in {@code pem}.
     *
     * @throws InvalidValue if there is anything else, or it is encrypted; neither message nor cause has anything of it
     */
    public static PrivateKeyPem parse(String pem) {
        List<PemBlock> blocks = PemBlock.readAll(pem).stream()
                .filter(block -> !block.label().equals(EC_PARAMETERS))
                .toList();
        InvalidValue.unless(blocks.size() == 1, NO_KEY);
        PemBlock block = blocks.get(0);
        InvalidValue.unless(!block.isEncrypted(), "is encrypted: give the key without a passphrase");
        InvalidValue.unless(LABELS.contains(block.label()), NO_KEY);
        return new PrivateKeyPem(block);
    }

    /** The key, which is taken to be of the same kind as {@code publicKey}; it may still be of another pair. */
    PrivateKey toKey(PublicKey publicKey) throws GeneralSecurityException {
        byte[] der = block.der(NO_KEY);
        byte[] pkcs8 = block.label().equals(PKCS8) ? der : pkcs8(der, publicKey);
        return KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** RFC 5208 §5: what the older forms leave out is which algorithm it is, and the public key says so. */
    private static byte[] pkcs8(byte[] der, PublicKey publicKey) {
        byte[] algorithm = Der.firstIn(publicKey.getEncoded());
        return Der.sequence(Der.ZERO, algorithm, Der.octetString(der));
    }

    @Override
    public String toString() {
        return "PrivateKeyPem[redacted]";
    }
}
