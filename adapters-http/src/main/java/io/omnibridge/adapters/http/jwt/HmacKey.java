package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import java.nio.charset.StandardCharsets;

/**
 * The secret with which HS256 signs and verifies. Like {@link io.omnibridge.domain.credentials.Secret} it prints nothing, and
 * a serialiser of objects does not find its bytes. Immutable.
 */
public final class HmacKey {

    /** The length of the hash, as RFC 7518 §3.2 requires. */
    private static final int MIN_BYTES = 32;

    private final byte[] bytes;

    /**
     * Takes the secret's UTF-8 bytes.
     *
     * @throws InvalidValue if they are fewer than 32, a published sample, or too regular to be random; the message does not
     *     contain the secret
     */
    public HmacKey(String secret) {
        InvalidValue.unless(!Text.hasUnpairedSurrogate(secret), "must not contain an unpaired surrogate");
        bytes = secret.getBytes(StandardCharsets.UTF_8);
        InvalidValue.unless(bytes.length >= MIN_BYTES, "must be at least " + MIN_BYTES + " bytes long");
        InvalidValue.unless(!WeakSecrets.contains(secret), "must be random, not a sample or a repetition");
    }

    Algorithm algorithm() {
        return Algorithm.HMAC256(bytes);
    }

    @Override
    public String toString() {
        return "HmacKey[redacted]";
    }
}
