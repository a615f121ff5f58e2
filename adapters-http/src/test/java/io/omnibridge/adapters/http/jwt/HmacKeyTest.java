package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.util.Base64;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacKeyTest {

    @ParameterizedTest
    @Tag("J13")
    @ValueSource(
            strings = {
                "secretsecretsecretsecretsecretsecret",
                "changemechangemechangemechangeme",
                "password password password password ",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "00000000000000000000000000000001",
                "01234567890123456789012345678901",
                "0123456789abcdef0123456789abcdef",
                "abcdefghijklmnopqrstuvwxyz0123456789",
                "your-256-bit-secret-your-256-bit-secret",
                "a-string-secret-at-least-256-bits-long",
                "A_String_Secret_At_Least_256_Bits_Long!",
                "super-secret-jwt-token-with-at-least-32-characters-long",
                "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
                "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
            })
    void a_guessable_secret_is_rejected_without_being_repeated(String weak) {
        InvalidValue rejection = assertThrows(InvalidValue.class, () -> new HmacKey(weak));
        assertFalse(String.valueOf(rejection.getMessage()).contains(weak));
    }

    @Test
    @Tag("J13")
    void a_repetition_counts_as_what_it_repeats() {
        assertThrows(InvalidValue.class, () -> new HmacKey("Zk7q-Vw2mXu9eRb".repeat(3)));
        assertDoesNotThrow(() -> new HmacKey("Zk7q-Vw2mXu9eRb4".repeat(2)));
    }

    @Test
    @Tag("J13")
    void a_secret_has_at_least_8_different_characters() {
        assertThrows(InvalidValue.class, () -> new HmacKey("1234567765432136712645325416372537461523"));
        assertDoesNotThrow(() -> new HmacKey("1234567765432138712645325416372537461523"));
    }

    @Test
    @Tag("J13")
    void a_secret_has_at_least_32_bytes() {
        String secret = Tokens.SECRET;
        assertEquals(32, secret.length());
        assertDoesNotThrow(() -> new HmacKey(secret));
        assertThrows(InvalidValue.class, () -> new HmacKey(secret.substring(1)));
        assertThrows(InvalidValue.class, () -> new HmacKey(""));
        assertDoesNotThrow(() -> new HmacKey("Zk7q-Vw2mXu9eRb4éàöüñçßøÅ"));
    }

    @Property
    @net.jqwik.api.Tag("J13")
    void a_random_secret_is_accepted(@ForAll("random") byte[] random) {
        assertDoesNotThrow(() -> new HmacKey(Base64.getEncoder().encodeToString(random)));
        assertDoesNotThrow(() -> new HmacKey(HexFormat.of().formatHex(random)));
    }

    @Provide
    Arbitrary<byte[]> random() {
        return Arbitraries.randomValue(random -> {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            return bytes;
        });
    }

    @Test
    @Tag("J13")
    void a_secret_with_an_unpaired_surrogate_is_rejected() {
        assertThrows(InvalidValue.class, () -> new HmacKey(Tokens.SECRET + '\ud800'));
    }

    @Test
    @Tag("S2")
    void a_key_does_not_print_itself() {
        assertEquals("HmacKey[redacted]", new HmacKey(Tokens.SECRET).toString());
    }
}
