package io.omnibridge.domain.revocation;

import io.omnibridge.domain.HexId;
import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;

/**
 * Identifies a pending revocation.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record PendingRevocationId(String value) {

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public PendingRevocationId {
        HexId.require(value);
    }

    /** Returns a new id. */
    public static PendingRevocationId random(SecureRandom random) {
        return new PendingRevocationId(HexId.draw(random));
    }
}
