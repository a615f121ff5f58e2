package io.omnibridge.domain.account;

import io.omnibridge.domain.refresh.RefreshEndReason;

/** Reasons for which an account needs to be linked again, as clients read them. */
public enum ReconnectCode {
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

    static ReconnectCode of(RefreshEndReason reason) {
        return switch (reason) {
            case REVOKED -> REVOKED;
            case REFRESH_UNKNOWN -> REFRESH_UNKNOWN;
            case ACCESS_REFUSED -> ACCESS_REFUSED;
            case REFUSED -> REFUSED;
            case EXPIRED -> EXPIRED;
        };
    }
}
