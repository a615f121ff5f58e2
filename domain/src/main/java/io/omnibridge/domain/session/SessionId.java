package io.omnibridge.domain.session;

import io.omnibridge.domain.HexId;
import io.omnibridge.domain.InvalidValue;
import java.security.SecureRandom;

/**
 * Identifies a session. It is not secret: the session is its sealed cookie.
 *
 * @param value 128 random bits as 32 lower-case hexadecimal digits
 */
public record SessionId(String value) {

    /** @throws InvalidValue if {@code value} is not 32 lower-case hexadecimal digits */
    public SessionId {
        HexId.require(value);
    }

    /** Returns a new id. */
    public static SessionId random(SecureRandom random) {
        return new SessionId(HexId.draw(random));
    }
}
