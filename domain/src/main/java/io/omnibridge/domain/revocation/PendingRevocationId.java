package io.omnibridge.domain.revocation;

import io.omnibridge.domain.HexId;
import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;

/**
 * Id of one pending revocation.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record PendingRevocationId(String value) {

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public PendingRevocationId {
        HexId.require(value);
    }

    /** Draws a new one. */
    public static PendingRevocationId random(SecureRandom random) {
        return new PendingRevocationId(HexId.draw(random));
    }
}
