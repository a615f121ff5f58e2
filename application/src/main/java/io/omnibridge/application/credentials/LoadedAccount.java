package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import java.time.Duration;
import java.time.Instant;

/**
 * An account as one read returned it, with its credentials opened.
 *
 * @param storeTime the store's time at the read
 * @param nanosBefore this process's monotonic clock just before the read, in nanoseconds
 */
record LoadedAccount(RefreshRequest request, Account account, Grant grant, Instant storeTime, long nanosBefore) {

    AccountKey key() {
        return request.key();
    }

    /** Returns an upper bound of the time since the read. No wall clock can change it. */
    Duration ageAt(long nanos) {
        return Duration.ofNanos(nanos - nanosBefore);
    }

    /** Returns an upper bound of the store's time now, in whole milliseconds. */
    Instant storeTimeAt(long nanos) {
        return Instant.ofEpochMilli(storeTime.plus(ageAt(nanos)).toEpochMilli() + 1);
    }

    /** Returns whether the access token need not be replaced yet. */
    boolean isFresh() {
        return !isRefused() && !DueDate.isReached(account, grant, storeTime);
    }

    /** Returns whether OmniBridge can refresh the credentials. Only sealed data decides this. */
    boolean isRefreshable() {
        return grant.credentials().refreshToken().isPresent() && grant.origin().isPresent();
    }

    /** Returns whether the provider said that the refresh token has expired by now. */
    boolean isRefreshTokenExpired() {
        return grant.credentials()
                .refreshTokenExpiresAt()
                .filter(expiry -> !storeTime.isBefore(expiry))
                .isPresent();
    }

    /** Returns whether the access token is valid and was not refused. */
    boolean isUsableAt(Instant now) {
        return !isRefused() && DueDate.isValid(grant, now);
    }

    CredentialsResult usable() {
        return new CredentialsResult.Usable(account, grant);
    }

    /** Returns the credentials as they were loaded, if they are usable. */
    CredentialsResult withoutRefresh(Instant now, Duration retryAfter) {
        return isUsableAt(now) ? usable() : new CredentialsResult.Unavailable(retryAfter);
    }

    private boolean isRefused() {
        return request.refused().filter(account.version()::equals).isPresent();
    }
}
