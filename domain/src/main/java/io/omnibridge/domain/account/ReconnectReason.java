package io.omnibridge.domain.account;

import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Objects;

/** Why an account has to be linked again, and since when. */
public record ReconnectReason(Word word, Instant since) {

    public ReconnectReason {
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(since, "since");
    }

    /** The reason in one word. */
    public enum Word {
        /** The access token expired, and OmniBridge cannot renew it. */
        EXPIRED,
        /** The provider said that the grant is no more. */
        REVOKED,
        /** Nobody knows whether the grant still lives. */
        REFRESH_UNKNOWN,
        /** The provider's API refuses the credentials, fresh as they are. */
        ACCESS_REFUSED;

        static Word of(RefreshState.Reason reason) {
            return switch (reason) {
                case REVOKED -> REVOKED;
                case REFRESH_UNKNOWN -> REFRESH_UNKNOWN;
                case ACCESS_REFUSED -> ACCESS_REFUSED;
            };
        }
    }
}
