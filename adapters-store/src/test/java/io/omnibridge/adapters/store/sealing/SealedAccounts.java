package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.util.List;
import java.util.Optional;

/** Accounts of a store whose credentials are really sealed, and assertions on whether they open. */
public final class SealedAccounts {

    private static final Grant GRANT = new Grant(
            new Credentials(
                    new Secret("canary-access-token"),
                    Optional.of(NOW.plusSeconds(60)),
                    Optional.of(new Secret("canary-refresh-token")),
                    Optional.empty()),
            Scopes.of(List.of("mail.read")),
            Optional.empty());

    public static final AccountKey WORK = key(ALICE, GOOGLE, "work");
    public static final AccountKey HOME = key(ALICE, GOOGLE, "home");

    private final CredentialSealer sealer;
    private final TokenStore store;

    public SealedAccounts(TokenStore store) {
        this(store, Keyset.generate());
    }

    public SealedAccounts(TokenStore store, Keyset keyset) {
        this.store = store;
        this.sealer = new TinkCredentialSealer(keyset, "https://issuer.example");
    }

    /**
     * Links an account.
     *
     * @param digit of which its link id consists
     */
    public void link(AccountKey key, String digit) {
        AccountVersion version = AccountVersion.first(new LinkId(digit.repeat(32)));
        Account account = account(key, version);
        store.link(account, QUOTA, Optional.empty(), action(ActionKind.LINK, key));
    }

    /** Renews an account: the same credentials, of the next generation. */
    public void renew(AccountKey key) {
        Account former = store.find(key).orElseThrow();
        AccountVersion version = former.version().next();
        Account renewed = account(key, version);
        store.renew(former.version(), renewed, action(ActionKind.RENEW, key));
    }

    /** Asserts that the account opens with what was sealed, regardless of its metadata. */
    public void assertOpens(AccountKey key) {
        assertEquals(GRANT, sealer.open(store.find(key).orElseThrow()));
    }

    /** As {@link #assertOpens}, in another store. */
    public void assertOpensIn(TokenStore other, AccountKey key) {
        assertEquals(GRANT, sealer.open(other.find(key).orElseThrow()));
    }

    /** Asserts that the account is there, and does not open. */
    public void assertUnreadable(AccountKey key) {
        Account stored = store.find(key).orElseThrow();
        assertThrows(CredentialsUnreadable.class, () -> sealer.open(stored));
    }

    private Account account(AccountKey key, AccountVersion version) {
        AccountMetadata metadata = AccountMetadata.linked(
                key,
                version,
                GRANT.scopes(),
                LinkedBy.TOKEN,
                false,
                GRANT.credentials().expiresAt(),
                NOW);
        return new Account(metadata, sealer.seal(key, version, GRANT));
    }
}
