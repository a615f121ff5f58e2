package io.omnibridge.adapters.http.tls;

import io.omnibridge.domain.InvalidValue;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The server's certificate, followed by the issuers that lead to a trusted one. Immutable. */
public final class CertificateChain {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;
    private static final String CHAIN_RULE =
            "must be certificates in PEM and nothing else: the server's own first, then each one's issuer";

    private final List<X509Certificate> certificates;

    private CertificateChain(List<X509Certificate> certificates) {
        this.certificates = certificates;
    }

    /**
     * Parses certificates in PEM.
     *
     * @throws InvalidValue if {@code pem} contains anything else, the order is wrong, or the first certificate's key is weak
     */
    public static CertificateChain parse(String pem) {
        List<X509Certificate> certificates = PemBlock.readAll(pem).stream()
                .map(CertificateChain::certificate)
                .toList();
        InvalidValue.unless(!certificates.isEmpty() && isInOrder(certificates), CHAIN_RULE);
        requireStrong(certificates.get(0).getPublicKey());
        return new CertificateChain(certificates);
    }

    /**
     * Checks the validity period of the server's certificate.
     *
     * @throws InvalidValue if {@code now} is outside of it
     */
    public void requireValidAt(Instant now) {
        InvalidValue.unless(!now.isBefore(first().getNotBefore().toInstant()), "is not valid yet");
        InvalidValue.unless(!now.isAfter(first().getNotAfter().toInstant()), "has expired");
    }

    /** Returns when the first certificate of the chain to expire does so. */
    Instant expiresAt() {
        return certificates.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    PublicKey publicKey() {
        return first().getPublicKey();
    }

    X509Certificate[] toArray() {
        return certificates.toArray(X509Certificate[]::new);
    }

    boolean hasSameCertificates(CertificateChain other) {
        return certificates.equals(other.certificates);
    }

    private X509Certificate first() {
        return certificates.get(0);
    }

    private static X509Certificate certificate(PemBlock block) {
        InvalidValue.unless(block.label().equals("CERTIFICATE"), CHAIN_RULE);
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.der(CHAIN_RULE)));
        } catch (CertificateException e) {
            throw new InvalidValue(CHAIN_RULE);
        }
    }

    private static boolean isInOrder(List<X509Certificate> certificates) {
        for (int i = 1; i < certificates.size(); i++) {
            if (!certificates
                    .get(i - 1)
                    .getIssuerX500Principal()
                    .equals(certificates.get(i).getSubjectX500Principal())) {
                return false;
            }
        }
        return true;
    }

    private static void requireStrong(PublicKey key) {
        InvalidValue.unless(
                isStrongRsa(key) || isStrongEc(key),
                "must be for an RSA key of at least 2048 bits or an EC key of at least 256 bits");
    }

    private static boolean isStrongRsa(PublicKey key) {
        return key.getAlgorithm().equals("RSA")
                && key instanceof RSAKey rsa
                && rsa.getModulus().bitLength() >= MIN_RSA_BITS;
    }

    private static boolean isStrongEc(PublicKey key) {
        return key instanceof ECKey ec && ec.getParams().getOrder().bitLength() >= MIN_EC_BITS;
    }
}
