package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.credentials.SealedCredentials;

/**
 * Seals and opens grants. What is sealed is bound to one account, one linking and one generation, and opens as nothing
 * else. Sealing the same grant twice gives different bytes. Thread-safe.
 */
public interface CredentialSealer {

    /** Seals {@code grant} so that it opens only as {@code version} of the account {@code key}. */
    SealedCredentials seal(AccountKey key, AccountVersion version, Grant grant);

    /**
     * Opens what an account holds.
     *
     * @throws CredentialsUnreadable if the bytes were changed, moved from another account or version, or sealed under a key
     *     that is not here; it never answers anything but what was sealed
     */
    Grant open(Account account);
}
