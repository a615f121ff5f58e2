package io.omnibridge.domain.connect;

import io.omnibridge.domain.HexId;
import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;

/**
 * Id of one attempt to connect an account. It is no secret: a client needs the ticket as well.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record AttemptId(String value) {

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public AttemptId {
        HexId.require(value);
    }

    /** Draws a new one. */
    public static AttemptId random(SecureRandom random) {
        return new AttemptId(HexId.draw(random));
    }
}
