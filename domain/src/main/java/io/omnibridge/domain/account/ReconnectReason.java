package io.omnibridge.domain.account;

import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Objects;

/** The reason for which an account needs to be linked again, and the time since when. */
public record ReconnectReason(Code code, Instant since) {

    public ReconnectReason {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(since, "since");
    }

    /** The reasons. */
    public enum Code {
        /** The access token expired, and OmniBridge cannot refresh it. */
        EXPIRED,
        /** The provider reported that the grant has ended. */
        REVOKED,
        /** A refresh had an unknown outcome, and repeating it could end the grant. */
        REFRESH_UNKNOWN,
        /** The provider's API refused renewed credentials. */
        ACCESS_REFUSED,
        /** The provider refused the refresh token several times over at least a day. */
        REFUSED,
        /** The access token expired, and the provider is not configured at this node. */
        PROVIDER_NOT_CONFIGURED,
        /** The access token expired, and it was issued to another client, or by another server, than the configured one. */
        CLIENT_CHANGED;

        static Code of(RefreshState.Reason reason) {
            return switch (reason) {
                case REVOKED -> REVOKED;
                case REFRESH_UNKNOWN -> REFRESH_UNKNOWN;
                case ACCESS_REFUSED -> ACCESS_REFUSED;
                case REFUSED -> REFUSED;
                case EXPIRED -> EXPIRED;
            };
        }
    }
}
