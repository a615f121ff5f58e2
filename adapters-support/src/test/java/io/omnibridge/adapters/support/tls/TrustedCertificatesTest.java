package io.omnibridge.adapters.support.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.support.testing.PrivateAuthority;
import io.omnibridge.domain.InvalidValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("P8")
class TrustedCertificatesTest {

    private static final String CA = PrivateAuthority.certificate();

    @Test
    void certificates_may_have_text_around_them() {
        assertEquals(
                1,
                TrustedCertificates.parse("# our CA\n" + CA + "\n# end\n")
                        .alone()
                        .size());
        assertEquals(2, TrustedCertificates.parse(CA + CA).alone().size());
    }

    @Test
    void added_certificates_leave_those_of_the_jvm_trusted() {
        TrustedCertificates certificates = TrustedCertificates.parse(CA);

        assertTrue(certificates.withDefaults().containsAll(certificates.alone()));
        assertTrue(certificates.withDefaults().size() > certificates.alone().size());
    }

    static Stream<String> noCertificates() {
        String body = CA.replaceAll("-----[A-Z ]+-----|\\s", "");
        return Stream.of(
                "",
                "canary",
                body,
                CA.replace("-----END CERTIFICATE-----", ""),
                CA.replace(body.substring(0, 40), ""),
                PrivateAuthority.serverKey(),
                CA + PrivateAuthority.serverKey());
    }

    @ParameterizedTest
    @MethodSource("noCertificates")
    void anything_but_certificates_is_rejected(String text) {
        InvalidValue e = assertThrows(InvalidValue.class, () -> TrustedCertificates.parse(text));

        assertEquals("must be one or more certificates in PEM and nothing else", e.getMessage());
        assertFalse(String.valueOf(e.getCause()).contains("canary"));
    }
}
