package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.credentials.SealedCredentials;

/**
 * Seals and opens grants. A sealed grant is bound to one account, link id and generation, and opens for no other.
 * Sealing the same grant twice gives different bytes. Thread-safe.
 */
public interface CredentialSealer {

    /** Seals {@code grant} for this version of this account only. */
    SealedCredentials seal(AccountKey key, AccountVersion version, Grant grant);

    /**
     * Opens the credentials of an account.
     *
     * @throws CredentialsUnreadable if the bytes were changed, copied from another account or version, or sealed under
     *     a missing key
     */
    Grant open(Account account);
}
