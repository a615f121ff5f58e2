package io.omnibridge.domain.connect;

import io.omnibridge.domain.HexId;
import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;

/**
 * Identifies a connect attempt. It is not secret: it is of no use without the owner's JWT or the attempt's state or
 * ticket.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record AttemptId(String value) {

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public AttemptId {
        HexId.require(value);
    }

    /** Returns a new id. */
    public static AttemptId random(SecureRandom random) {
        return new AttemptId(HexId.draw(random));
    }
}
