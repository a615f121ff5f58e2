package io.omnibridge.application.credentials;

/**
 * Result of {@link RemoveUnusedAccounts}.
 *
 * @param unlinked how many accounts were unlinked because they had not been used
 * @param withheld how many accounts had not been used either, and stayed because they were more than may be removed at once
 */
public record RemoveUnusedAccountsResult(long unlinked, long withheld) {

    RemoveUnusedAccountsResult plusUnlinked(long more) {
        return new RemoveUnusedAccountsResult(unlinked + more, withheld);
    }
}
