package io.omnibridge.application.maintenance;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.key;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.RevocationSealer;
import io.omnibridge.application.port.Samples;
import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Sealers whose sealed bytes are the number of the key, no key if 0, whether they open, and of a lease the key of its token. */
record NumberedKeys(long primary) implements SealingKeys, CredentialSealer, RevocationSealer {

    static Account account(String id, int key) {
        return account(id, key, true);
    }

    static Account account(String id, int key, boolean opens) {
        Account account = Samples.account(key(ALICE, GOOGLE, id));
        return new Account(account.metadata(), sealed(key, opens));
    }

    static PendingRevocation pendingRevocation(String id, int key, boolean opens) {
        return Samples.pendingRevocation(account(id, key), RevocationScope.TOKEN)
                .withSealed(new SealedToken(sealed(key, opens).toBytes()));
    }

    /** Returns a lease that the key sealed, as it sealed its token. */
    static StoredLease lease(int key, boolean opens, Instant expiresAt, Optional<Instant> endedAt) {
        SealedLease sealed = new SealedLease(new byte[] {(byte) key, (byte) (opens ? 1 : 0), (byte) key});
        return new StoredLease(new LeaseId("%032x".formatted(key)), ALICE, expiresAt, sealed, 0, endedAt);
    }

    @Override
    public OptionalLong keyOf(SealedCredentials sealed) {
        byte key = sealed.toBytes()[0];
        return key == 0 ? OptionalLong.empty() : OptionalLong.of(key);
    }

    @Override
    public OptionalLong keyOf(SealedToken sealed) {
        return keyOf(new SealedCredentials(sealed.toBytes()));
    }

    @Override
    public OptionalLong keyOf(SealedLease sealed) {
        return keyOf(new SealedCredentials(sealed.toBytes()));
    }

    @Override
    public SealedToken reseal(PendingRevocation pendingRevocation) {
        open(pendingRevocation);
        return new SealedToken(sealed((int) primary, true).toBytes());
    }

    @Override
    public SealedToken seal(PendingRevocationId id, AccountKey account, RevocableToken token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RevocableToken open(PendingRevocation pendingRevocation) {
        if (pendingRevocation.sealed().toBytes()[1] == 0) {
            throw new CredentialsUnreadable();
        }
        return new RevocableToken(
                new Secret("token"), true, new TokenOrigin("client", URI.create("https://id.example")));
    }

    @Override
    public SealedCredentials reseal(Account account) {
        open(account);
        return sealed((int) primary, true);
    }

    @Override
    public SealedCredentials seal(AccountKey key, AccountVersion version, Grant grant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SealedLease reseal(StoredLease lease) {
        open(lease);
        byte[] former = lease.sealed().toBytes();
        return new SealedLease(new byte[] {(byte) primary, 1, former[2]});
    }

    @Override
    public long tokenKeyOf(StoredLease lease) {
        open(lease);
        return lease.sealed().toBytes()[2];
    }

    @Override
    public Grant open(Account account) {
        if (account.credentials().toBytes()[1] == 0) {
            throw new CredentialsUnreadable();
        }
        Credentials credentials =
                new Credentials(new Secret("token"), Optional.empty(), Optional.empty(), Optional.empty());
        return new Grant(credentials, Scopes.none(), Optional.empty());
    }

    /** Fails if the terms do not open. */
    void open(StoredLease lease) {
        if (lease.sealed().toBytes()[1] == 0) {
            throw new CredentialsUnreadable();
        }
    }

    private static SealedCredentials sealed(int key, boolean opens) {
        return new SealedCredentials(new byte[] {(byte) key, (byte) (opens ? 1 : 0)});
    }
}
