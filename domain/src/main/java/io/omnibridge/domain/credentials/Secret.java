package io.omnibridge.domain.credentials;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Sha256;
import io.omnibridge.domain.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * One confidential string. Only {@link #reveal()} returns it.
 *
 * <p>It is deliberately neither a record nor a bean: code that prints, logs or serialises objects does not find the
 * value. Immutable.
 */
public final class Secret {

    /** The maximum length of a secret, in characters. */
    public static final int MAX_LENGTH = 16_384;

    private final String value;

    /**
     * @param value 1 to 16,384 visible ASCII characters
     * @throws InvalidValue if {@code value} is not that; the message does not contain the value
     */
    public Secret(String value) {
        InvalidValue.unless(
                !value.isEmpty() && value.length() <= MAX_LENGTH && Text.isVisibleAscii(value),
                "must be 1 to 16,384 visible ASCII characters");
        this.value = value;
    }

    /**
     * Returns the value in the clear. Only the sealer, the provider adapters and the wiring may call this; an
     * architecture test enforces it.
     */
    public String reveal() {
        return value;
    }

    /** Returns the SHA-256 of the value, which can check a random value and cannot replace it. */
    public byte[] sha256() {
        return Sha256.of(bytes());
    }

    /** Returns the number of characters. */
    public int length() {
        return value.length();
    }

    /** Compares in constant time: the duration does not depend on where two secrets of the same length differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }
}
