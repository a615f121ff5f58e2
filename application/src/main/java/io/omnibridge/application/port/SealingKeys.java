package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
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

    /** As {@link #keyOf(SealedCredentials)}. The token of the lease may need another key: {@link #tokenKeyOf}. */
    OptionalLong keyOf(SealedLease sealed);

    /**
     * Returns the token of {@code revocation}, sealed anew under the primary key.
     *
     * @throws CredentialsUnreadable as {@link RevocationSealer#open}
     */
    SealedToken reseal(PendingRevocation revocation);

    /**
     * Returns the credentials of {@code account}, sealed anew under the primary key for the same account and version.
     *
     * @throws CredentialsUnreadable as {@link CredentialSealer#open}
     */
    SealedCredentials reseal(Account account);

    /**
     * Returns the terms of {@code lease}, sealed anew under the primary key. They also tell, sealed, which key the token of the lease
     * needs.
     *
     * @throws CredentialsUnreadable as {@link LeaseSealer#open(StoredLease)}
     */
    SealedLease reseal(StoredLease lease);

    /**
     * Returns the id of the key that sealed the token of {@code lease}. A client keeps the token, so no reseal changes this key.
     *
     * @throws CredentialsUnreadable as {@link LeaseSealer#open(StoredLease)}
     */
    long tokenKeyOf(StoredLease lease);
}
