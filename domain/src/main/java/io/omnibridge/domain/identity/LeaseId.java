package io.omnibridge.domain.identity;

import io.omnibridge.domain.HexId;
import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;

/**
 * Identifies a lease of a user. It is not secret: without the lease token it opens nothing.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record LeaseId(String value) {

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public LeaseId {
        HexId.require(value);
    }

    /** Returns a new id. */
    public static LeaseId random(SecureRandom random) {
        return new LeaseId(HexId.draw(random));
    }
}
