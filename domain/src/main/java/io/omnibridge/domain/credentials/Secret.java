package io.omnibridge.domain.credentials;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * One confidential string, unreadable except by {@link #reveal()}.
 *
 * <p>Deliberately no record and no bean: nothing that prints, logs or serialises objects finds the value. Immutable.
 */
public final class Secret {

    /** The longest secret, in characters. */
    public static final int MAX_LENGTH = 16_384;

    private final String value;

    /**
     * @param value 1 to 16,384 visible ASCII characters
     * @throws InvalidValue if it is not; the message does not contain the value
     */
    public Secret(String value) {
        InvalidValue.unless(
                !value.isEmpty() && value.length() <= MAX_LENGTH && Text.isVisibleAscii(value),
                "must be 1 to 16,384 visible ASCII characters");
        this.value = value;
    }

    /**
     * The value in the clear. Only the sealer, the provider adapters and Wiring may call this; a test of the architecture
     * keeps it so.
     */
    public String reveal() {
        return value;
    }

    /** Compares in a time that does not depend on where two secrets of the same length differ. */
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
