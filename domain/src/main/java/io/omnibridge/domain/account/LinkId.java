package io.omnibridge.domain.account;

import io.omnibridge.domain.HexId;
import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;

/**
 * Identifies one linking of an account. Each link and each re-link creates a new one, so that a write that was decided
 * on an earlier linking cannot change a later one.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record LinkId(String value) {

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public LinkId {
        HexId.require(value);
    }

    /** Returns a new id. */
    public static LinkId random(SecureRandom random) {
        return new LinkId(HexId.draw(random));
    }
}
