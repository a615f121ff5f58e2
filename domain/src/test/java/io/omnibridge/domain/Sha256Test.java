package io.omnibridge.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The example of FIPS 180-4 for one block. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void a_text_is_hashed_as_its_utf_8() {
        assertEquals(OF_ABC, hex(Sha256.of("abc")));
        assertEquals(hex(Sha256.of(new byte[] {(byte) 0xC3, (byte) 0xA9})), hex(Sha256.of("\u00e9")));
    }

    @Test
    void a_new_digest_hashes_parts_as_one_input() {
        MessageDigest digest = Sha256.newDigest();
        digest.update(new byte[] {'a', 'b'});
        digest.update((byte) 'c');

        assertEquals(OF_ABC, hex(digest.digest()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
