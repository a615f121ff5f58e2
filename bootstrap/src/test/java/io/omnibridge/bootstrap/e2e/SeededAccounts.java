package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.sealing.TinkLeaseSealer;
import io.omnibridge.adapters.store.sealing.TinkRevocationSealer;
import io.omnibridge.adapters.store.sealing.TinkSealingKeys;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.LinkAccountCommand;
import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.application.maintenance.KeyUse;
import io.omnibridge.application.maintenance.RowOpeners;
import io.omnibridge.application.maintenance.ScanObserver;
import io.omnibridge.application.maintenance.VerifyCredentials;
import io.omnibridge.application.maintenance.VerifyResult;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Many accounts that are linked directly in the store, and the use of keys by them. */
final class SeededAccounts {

    private static final int USERS = 16;
    private static final ProviderId GITHUB = new ProviderId("github");

    private final DurableStore store;

    SeededAccounts(DurableStore store) {
        this.store = store;
    }

    void link(Keyset keyset, int accounts) {
        SecureRandom random = new SecureRandom();
        VaultOpening opening = new VaultOpening(store.metadata(), keyset, Vault.ISSUER, random);
        LinkAccount link = new LinkAccount(
                VaultPorts.over(store.users(), new AuditChain(opening.openExisting("sub"), Vault.ISSUER))
                        .accounts(),
                new AccountFactory(sealer(keyset), random),
                accounts,
                Clock.systemUTC());
        IntStream.range(0, USERS)
                .parallel()
                .forEach(user -> IntStream.range(0, accounts / USERS)
                        .forEach(i -> link.link(caller(user), new RequestId("seed"), command("a" + i))));
    }

    /** Counts the accounts that each key seals. */
    KeyUse use(Keyset keyset) {
        return new CountKeyUse(
                        new VaultAccountScan(store.users()),
                        new TinkSealingKeys(keyset, Vault.ISSUER),
                        Clock.systemUTC())
                .count(new IgnoringObserver());
    }

    VerifyResult verify(Keyset keyset) {
        return new VerifyCredentials(
                        new VaultAccountScan(store.users()),
                        new RowOpeners(
                                sealer(keyset)::open,
                                new TinkRevocationSealer(keyset, Vault.ISSUER)::open,
                                new TinkLeaseSealer(keyset, Vault.ISSUER)::open),
                        Clock.systemUTC())
                .verify(new IgnoringObserver());
    }

    /** Flips one bit of the sealed credentials of one account. */
    AccountKey damageOne() {
        Account account = new VaultAccountScan(store.users())
                .accounts(ScanCursor.START, 1_000)
                .items()
                .get(0);
        byte[] sealed = account.credentials().toBytes();
        sealed[sealed.length - 1] ^= 1;
        new VaultAccountScan(store.users()).reseal(account, new SealedCredentials(sealed));
        return account.key();
    }

    /** Returns the owner of the account with this digest. */
    String ownerOf(String digest) {
        return new VaultAccountScan(store.users())
                .accounts(ScanCursor.START, 1_000).items().stream()
                        .map(Account::key)
                        .filter(key -> digest(key).equals(digest))
                        .map(key -> key.owner().value())
                        .findFirst()
                        .orElseThrow();
    }

    private static String digest(AccountKey key) {
        byte[] joined = LengthPrefixed.of(
                key.owner().value(),
                key.provider().value(),
                key.providerAccountId().value());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(joined), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TinkCredentialSealer sealer(Keyset keyset) {
        return new TinkCredentialSealer(keyset, Vault.ISSUER);
    }

    private static Caller caller(int user) {
        return new Caller(new UserId("seeded-" + user), Optional.empty(), Set.of());
    }

    private static LinkAccountCommand command(String account) {
        Credentials credentials =
                new Credentials(new Secret("seeded"), Optional.empty(), Optional.empty(), Optional.empty());
        Grant grant = new Grant(credentials, Scopes.none(), Optional.empty());
        return new LinkAccountCommand(GITHUB, new ProviderAccountId(account), grant);
    }

    private static final class IgnoringObserver implements ScanObserver {

        @Override
        public void scanned(long accounts) {
            // Tests look at the result only.
        }

        @Override
        public void unreadable(AccountKey account) {
            // The result counts it.
        }

        @Override
        public void unreadable(StoredLease lease) {
            // The result counts it.
        }
    }
}
