package io.omnibridge.domain.identity;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;

/**
 * The software that a user works with: {@code azp} or {@code client_id} of the JWT (RFC 9068 §2.2).
 *
 * @param value 1 to 255 characters (code points) without control characters or unpaired surrogates
 */
public record ClientId(String value) {

    private static final int MAX_LENGTH = 255;

    /** @throws InvalidValue if {@code value} breaks a rule above */
    public ClientId {
        Text.requireName(value, MAX_LENGTH);
    }
}
