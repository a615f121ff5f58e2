package io.omnibridge.domain.connect;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is kept of a random value that somebody has to show later: its SHA-256, which tells whether it is that one and nothing
 * else about it.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record HashedValue(String sha256) {

    private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{64}");
    private static final int BYTES = 32;

    /** @throws InvalidValue if {@code sha256} is not 64 lower-case hexadecimal digits */
    public HashedValue {
        InvalidValue.unless(PATTERN.matcher(sha256).matches(), "must be 64 lower-case hexadecimal digits");
    }

    /** 256 random bits in 43 characters of base64url, which can stand in any URL. */
    public static String draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of {@code value}. */
    public static HashedValue of(String value) {
        return new HashedValue(HexFormat.of().formatHex(Sha256.of(value)));
    }

    /** Whether {@code value} is the one; how long this takes says nothing about it. */
    public boolean isOf(String value) {
        return MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII), of(value).sha256.getBytes(StandardCharsets.US_ASCII));
    }
}
