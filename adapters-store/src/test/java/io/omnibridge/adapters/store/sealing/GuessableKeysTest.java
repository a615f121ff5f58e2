package io.omnibridge.adapters.store.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessableKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
                "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0efeeedecebeae9e8e7e6e5e4e3e2e1e0",
                "0f2e4d6c8baac9e80726456483a2c1e00f2e4d6c8baac9e80726456483a2c1e0",
                "deadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef"
            })
    @Tag("S22")
    void a_guessable_key_is_rejected(String hex) throws IOException {
        byte[] key = HexFormat.of().parseHex(hex);

        assertTrue(GuessableKeyMaterial.matches(key));
        InvalidValue rejection = assertThrows(InvalidValue.class, () -> Keyset.parse(keysetWith(key)));
        assertEquals("must have random keys, not zeros, a sequence or a repetition", rejection.getMessage());
    }

    @Test
    @Tag("S22")
    void a_random_key_is_accepted() throws IOException {
        byte[] key = new byte[32];
        for (int i = 0; i < 1_000; i++) {
            new SecureRandom().nextBytes(key);
            assertFalse(GuessableKeyMaterial.matches(key));
        }
        assertEquals(1, Keyset.parse(keysetWith(key)).keys().size());
    }

    /** Returns a keyset whose only key, AesGcmKey with its bytes in field 3, is {@code key}. */
    private static String keysetWith(byte[] key) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode keyset = (ObjectNode) json.readTree(Keyset.generate().toJson());
        byte[] proto = new byte[key.length + 2];
        proto[0] = 0x1a;
        proto[1] = (byte) key.length;
        System.arraycopy(key, 0, proto, 2, key.length);
        ((ObjectNode) keyset.path("key").path(0).path("keyData"))
                .put("value", Base64.getEncoder().encodeToString(proto));
        return keyset.toString();
    }
}
