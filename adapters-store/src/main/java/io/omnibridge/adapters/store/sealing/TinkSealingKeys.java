package io.omnibridge.adapters.store.sealing;

import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.OptionalLong;

/** The keys of a keyset, with what the sealers sealed with them. Thread-safe. */
public final class TinkSealingKeys implements SealingKeys {

    private final TinkCredentialSealer credentials;
    private final TinkRevocationSealer tokens;
    private final TinkLeaseSealer leases;
    private final long primary;

    /** @param issuer of the users: the same user id at another issuer is another user */
    public TinkSealingKeys(Keyset keyset, String issuer) {
        this.credentials = new TinkCredentialSealer(keyset, issuer);
        this.tokens = new TinkRevocationSealer(keyset, issuer);
        this.leases = new TinkLeaseSealer(keyset, issuer);
        this.primary = keyset.primaryKeyId();
    }

    @Override
    public long primary() {
        return primary;
    }

    @Override
    public OptionalLong keyOf(SealedCredentials sealed) {
        return SealedFormat.keyOf(sealed.toBytes());
    }

    @Override
    public OptionalLong keyOf(SealedToken sealed) {
        return SealedFormat.keyOf(sealed.toBytes());
    }

    @Override
    public OptionalLong keyOf(SealedLease sealed) {
        return SealedFormat.keyOf(sealed.toBytes());
    }

    @Override
    public SealedToken reseal(PendingRevocation revocation) {
        return tokens.reseal(revocation);
    }

    @Override
    public SealedCredentials reseal(Account account) {
        return credentials.reseal(account);
    }

    @Override
    public SealedLease reseal(StoredLease lease) {
        return leases.reseal(lease);
    }

    @Override
    public long tokenKeyOf(StoredLease lease) {
        return leases.tokenKeyOf(lease);
    }
}
