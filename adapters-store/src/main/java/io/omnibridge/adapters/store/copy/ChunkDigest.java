package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.domain.Sha256;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;

/** SHA-256 over rows, each of texts behind their lengths. Not thread-safe. */
final class ChunkDigest {

    private final MessageDigest digest = Sha256.newDigest();

    void add(String... row) {
        digest.update(LengthPrefixed.of(row));
    }

    /** Adds bytes whose length the row before says. */
    void add(byte[] bytes) {
        digest.update(bytes);
    }

    /** Returns the 256 bits as a number, and begins anew. */
    BigInteger result() {
        return new BigInteger(1, digest.digest());
    }

    static String time(Instant time) {
        return Long.toString(time.toEpochMilli());
    }
}
