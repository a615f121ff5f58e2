package io.omnibridge.domain.refresh;

/** Reasons for which a refresh state has ended, so that the user has to connect the account again. */
public enum RefreshEndReason {
    /**
     * The provider reported that the grant has ended. The credentials are erased, and a late response is not
     * accepted.
     */
    REVOKED,
    /**
     * It is unknown whether the grant is valid, and a further call could end it. The credentials are kept until a
     * re-link.
     */
    REFRESH_UNKNOWN,
    /** The provider's API refused renewed credentials. They are kept until a re-link. */
    ACCESS_REFUSED,
    /** The provider refused the refresh token again and again ({@link Refusals}). It is kept until a re-link. */
    REFUSED,
    /** Both tokens have expired by what the provider said. They are kept until a re-link. */
    EXPIRED
}
