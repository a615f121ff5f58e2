package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import java.nio.charset.StandardCharsets;

/**
 * The secret that HS256 signs and verifies with. Like {@link io.omnibridge.domain.credentials.Secret} it prints nothing, and
 * nothing that serialises objects finds its bytes. Immutable.
 */
public final class HmacKey {

    /** As long as the hash, as RFC 7518 §3.2 demands. */
    private static final int MIN_BYTES = 32;

    private final byte[] bytes;

    /**
     * Takes the secret's UTF-8 bytes.
     *
     * @throws InvalidValue if they are fewer than 32, or a sample that everybody knows, or too regular to be random; the
     *     message does not contain the secret
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
