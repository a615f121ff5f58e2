package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.OptionalLong;

/**
 * The keys that seal, for key rotation. Each key has an id, and all sealed data begins with the id of its key: nothing
 * has to be opened to learn which key it needs. Thread-safe.
 */
public interface SealingKeys {

    /** Returns the id of the primary key, which seals all new data. */
    long primary();

    /**
     * Returns the key id that {@code sealed} names, whether that key exists or not; empty if the bytes are not in the
     * sealed format. Only opening proves that the key fits.
     */
    OptionalLong keyOf(SealedCredentials sealed);

    /** As {@link #keyOf(SealedCredentials)}. */
    OptionalLong keyOf(SealedToken sealed);

    /** As {@link #keyOf(SealedCredentials)}. The token of the lease needs the same key. */
    OptionalLong keyOf(SealedLease sealed);

    /**
     * Returns the token of {@code revocation}, sealed anew under the primary key.
     *
     * @throws CredentialsUnreadable as {@link TokenSealer#open}
     */
    SealedToken reseal(PendingRevocation revocation);

    /**
     * Returns the credentials of {@code account}, sealed anew under the primary key for the same account and version.
     *
     * @throws CredentialsUnreadable as {@link CredentialSealer#open}
     */
    SealedCredentials reseal(Account account);
}
