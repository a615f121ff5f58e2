package io.omnibridge.adapters.store.memory;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;

import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * Operations that Lincheck runs on several threads: every history must be one that a single thread could produce. There are one
 * user, a quota of two, three accounts, and two links of each.
 */
@Param(name = "account", gen = IntGen.class, conf = "1:3")
@Param(name = "link", gen = IntGen.class, conf = "1:2")
public abstract class StoreOperations {

    private static final int QUOTA = 2;

    private final TokenStore store;

    StoreOperations(TokenStore store) {
        this.store = store;
    }

    @Operation
    public String link(@Param(name = "account") int account, @Param(name = "link") int link) {
        return store.link(
                        account(account, version(link)),
                        QUOTA,
                        Optional.empty(),
                        action(ActionKind.LINK, accountKey(account)))
                .outcome()
                .name();
    }

    @Operation
    public boolean unlink(@Param(name = "account") int account, @Param(name = "link") int link) {
        return store.unlink(
                account(account, version(link)).metadata(),
                Optional.empty(),
                action(ActionKind.UNLINK, accountKey(account)));
    }

    @Operation
    public boolean renew(@Param(name = "account") int account, @Param(name = "link") int link) {
        Account renewed = account(account, version(link).next());
        return store.renew(version(link), renewed, action(ActionKind.RENEW, accountKey(account)));
    }

    @Operation
    public String find(@Param(name = "account") int account) {
        return store.find(accountKey(account))
                .map(found -> found.version() + " " + found.metadata().refresh())
                .toString();
    }

    @Operation
    public String list() {
        return Listing.all(store, ALICE).stream()
                .map(account -> account.key().providerAccountId() + " " + account.version())
                .toList()
                .toString();
    }

    static AccountKey accountKey(int account) {
        return key(ALICE, GOOGLE, "account-" + account);
    }

    static AccountVersion version(int link) {
        return AccountVersion.first(new LinkId(String.valueOf(link).repeat(32)));
    }

    private static Account account(int account, AccountVersion version) {
        AccountMetadata metadata = AccountMetadata.linked(
                accountKey(account), version, Scopes.none(), LinkedBy.TOKEN, false, Optional.empty(), NOW);
        return new Account(metadata, new SealedCredentials(new byte[] {1}));
    }
}
