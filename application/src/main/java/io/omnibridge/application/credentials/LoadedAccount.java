package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import java.time.Duration;
import java.time.Instant;

/**
 * An account as it was when it was looked at, opened.
 *
 * @param at the store's time then
 * @param nanos this machine's time before it
 */
record LoadedAccount(RefreshTask task, Account account, Grant grant, Instant at, long nanos) {

    /** How long ago it was at most, whatever clocks of the wall say. */
    Duration age() {
        return Duration.ofNanos(task.ports().nanoTime().getAsLong() - nanos);
    }

    /** The store's time, as far as it can be known without asking: never before it. */
    Instant now() {
        return Instant.ofEpochMilli(at.plus(age()).toEpochMilli() + 1);
    }

    /** Whether the access token needs no replacement yet. */
    boolean isFresh() {
        return !isRefused() && !DueDate.isReached(account, grant, at);
    }

    /** Whether there is something to replace it with: decided on what was sealed. */
    boolean isRefreshable() {
        return grant.credentials().refreshToken().isPresent() && grant.origin().isPresent();
    }

    boolean isUsable() {
        return !isRefused() && DueDate.isValid(grant, now());
    }

    FreshCredentials usable() {
        return new FreshCredentials.Usable(account, grant);
    }

    /** What there is without a refresh. */
    FreshCredentials old(Duration retryAfter) {
        return isUsable() ? usable() : new FreshCredentials.Unavailable(retryAfter);
    }

    private boolean isRefused() {
        return task.refused().filter(account.version()::equals).isPresent();
    }
}
