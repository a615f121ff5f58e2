package io.omnibridge.adapters.http.tls;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.PemSamples;
import io.omnibridge.domain.InvalidValue;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T1")
class TlsIdentityTest {

    private static final String CHAIN_RULE =
            "must be certificates in PEM and nothing else: the server's own first, then each one's issuer";
    private static final String KEY_RULE = "must be one private key in PEM: PKCS#8, PKCS#1 (RSA) or SEC1 (EC)";
    private static final String WEAK = "must be for an RSA key of at least 2048 bits or an EC key of at least 256 bits";

    @ParameterizedTest
    @CsvSource({"ec, ec", "ec, ec-sec1", "rsa, rsa", "rsa, rsa-pkcs1", "chain, ec"})
    void a_key_in_any_format_of_openssl_serves_with_its_certificate(String certificate, String key) {
        assertDoesNotThrow(() -> identity(certificate, key).newContext());
    }

    @Test
    void identities_are_equal_in_all_key_formats() {
        assertTrue(identity("rsa", "rsa").isSameAs(identity("rsa", "rsa-pkcs1")));
        assertTrue(identity("ec", "ec").isSameAs(identity("ec", "ec-sec1")));
        assertFalse(identity("ec", "ec").isSameAs(identity("chain", "ec")));
        assertFalse(identity("ec", "ec").isSameAs(identity("rsa", "rsa")));
    }

    @ParameterizedTest
    @CsvSource({"ec, rsa", "ec, rsa-pkcs1", "rsa, ec", "rsa, ec-sec1"})
    void a_key_of_another_certificate_is_rejected(String certificate, String key) {
        assertEquals("is not the key of the first certificate", rejection(() -> identity(certificate, key)));
    }

    @Test
    void a_key_of_another_pair_is_rejected() {
        String other = PemSamples.RSA.key().replaceFirst("MII", "MIJ");
        assertEquals(
                "is not the key of the first certificate", rejection(() -> of(PemSamples.RSA.certificate(), other)));
        assertEquals(
                "is not the key of the first certificate",
                rejection(() -> of(blockOf("chain.crt", 1), PemSamples.EC.key())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-encrypted", "rsa-pkcs1-encrypted"})
    void an_encrypted_key_is_rejected(String key) {
        assertEquals(
                "is encrypted: give the key without a passphrase",
                rejection(() -> PrivateKeyPem.parse(PemSamples.text(key + ".key"))));
    }

    @Test
    void anything_but_one_key_is_rejected() {
        for (String text : new String[] {
            "key",
            "",
            PemSamples.EC.certificate(),
            PemSamples.EC.key() + PemSamples.RSA.key(),
            "-----BEGIN PRIVATE KEY-----"
        }) {
            assertEquals(KEY_RULE, rejection(() -> PrivateKeyPem.parse(text)));
        }
        String notBase64 = PemSamples.EC.key().replace("M", "?");
        assertEquals(KEY_RULE, rejection(() -> of(PemSamples.EC.certificate(), notBase64)));
    }

    @Test
    void anything_but_an_ordered_chain_is_rejected() {
        for (String text : new String[] {
            "certificate",
            PemSamples.EC.key(),
            PemSamples.EC.certificate() + PemSamples.EC.key(),
            PemSamples.EC.certificate() + PemSamples.RSA.certificate().replace("M", "?"),
            blockOf("chain.crt", 1) + blockOf("chain.crt", 0)
        }) {
            assertEquals(CHAIN_RULE, rejection(() -> CertificateChain.parse(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weak.crt", "ed25519.crt", "rsa-pss.crt"})
    void a_weak_or_unsupported_key_is_rejected(String certificate) {
        assertEquals(WEAK, rejection(() -> CertificateChain.parse(PemSamples.text(certificate))));
    }

    @Test
    void a_certificate_is_valid_only_in_its_period() {
        CertificateChain chain = CertificateChain.parse(PemSamples.EC.certificate());

        assertDoesNotThrow(() -> chain.requireValidAt(Instant.parse("2027-01-01T00:00:00Z")));
        assertEquals("is not valid yet", rejection(() -> chain.requireValidAt(Instant.parse("2000-01-01T00:00:00Z"))));
        assertEquals("has expired", rejection(() -> chain.requireValidAt(Instant.parse("2200-01-01T00:00:00Z"))));
    }

    @Test
    @Tag("S2")
    void nothing_of_the_key_is_printed() {
        assertEquals("TlsIdentity[redacted]", identity("ec", "ec").toString());
        assertEquals(
                "PrivateKeyPem[redacted]",
                PrivateKeyPem.parse(PemSamples.EC.key()).toString());
        assertEquals(
                "PemBlock[PRIVATE KEY, redacted]",
                PemBlock.readAll(PemSamples.EC.key()).get(0).toString());
    }

    private static TlsIdentity identity(String certificate, String key) {
        return of(PemSamples.text(certificate + ".crt"), PemSamples.text(key + ".key"));
    }

    private static TlsIdentity of(String certificate, String key) {
        return TlsIdentity.of(CertificateChain.parse(certificate), PrivateKeyPem.parse(key));
    }

    private static String blockOf(String file, int index) {
        String end = "-----END CERTIFICATE-----";
        return PemSamples.text(file).split(end, -1)[index] + end + "\n";
    }

    private static String rejection(Runnable parsing) {
        return assertThrows(InvalidValue.class, parsing::run).getMessage();
    }
}
