package io.omnibridge.domain.connect;

import io.omnibridge.domain.Alphabet;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Sha256;
import io.omnibridge.domain.credentials.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The SHA-256 of a random value that a browser or client has to present later: a state or a ticket. It can check the
 * value and cannot replace it.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record HashedValue(String sha256) {

    private static final Alphabet HEXADECIMAL = Alphabet.range('0', '9').andRange('a', 'f');
    private static final int LENGTH = 64;
    private static final int RANDOM_BYTES = 32;

    /** @throws InvalidValue if {@code sha256} is not 64 lower-case hexadecimal digits */
    public HashedValue {
        InvalidValue.unless(
                sha256.length() == LENGTH && HEXADECIMAL.matches(sha256, LENGTH),
                "must be 64 lower-case hexadecimal digits");
    }

    /** Returns a new value to hash: 256 random bits as 43 characters of base64url, which need no escaping in a URL. */
    public static String randomValue(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the hash of {@code value}. */
    public static HashedValue of(String value) {
        return new HashedValue(HexFormat.of().formatHex(Sha256.of(value)));
    }

    /** Returns the hash of {@code value}. */
    public static HashedValue of(Secret value) {
        return new HashedValue(HexFormat.of().formatHex(value.sha256()));
    }

    /** Returns whether this is the hash of {@code value}. The time that it takes reveals nothing about the hash. */
    public boolean matches(String value) {
        return matches(of(value));
    }

    /** Returns whether both are hashes of the same value. The time that it takes reveals nothing about this hash. */
    public boolean matches(HashedValue presented) {
        return MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII), presented.sha256.getBytes(StandardCharsets.US_ASCII));
    }
}
