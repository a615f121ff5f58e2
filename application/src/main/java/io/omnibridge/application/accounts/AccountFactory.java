package io.omnibridge.application.accounts;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;

/** Creates accounts that are ready to be linked: with a new link id, and with sealed credentials. Thread-safe. */
public final class AccountFactory {

    private final CredentialSealer sealer;
    private final SecureRandom random;

    public AccountFactory(CredentialSealer sealer, SecureRandom random) {
        this.sealer = Objects.requireNonNull(sealer);
        this.random = Objects.requireNonNull(random);
    }

    /**
     * Creates the account of a grant that a client handed over. It is not refreshable: OmniBridge is not the OAuth
     * client that the grant was issued to.
     */
    public Account fromClient(AccountKey key, Grant grant, Instant now) {
        return create(key, grant, LinkedBy.TOKEN, false, now);
    }

    /**
     * Creates the account of a grant that OmniBridge obtained itself. It is refreshable if there is a refresh token.
     */
    public Account fromConnect(AccountKey key, Grant grant, Instant now) {
        return create(
                key, grant, LinkedBy.CONNECT, grant.credentials().refreshToken().isPresent(), now);
    }

    private Account create(AccountKey key, Grant grant, LinkedBy linkedBy, boolean refreshable, Instant now) {
        AccountVersion version = AccountVersion.first(LinkId.random(random));
        AccountMetadata metadata = AccountMetadata.linked(
                        key,
                        version,
                        grant.scopes(),
                        linkedBy,
                        refreshable,
                        grant.credentials().expiresAt(),
                        now)
                .withOrigin(grant.origin())
                .withLabel(grant.label());
        return new Account(metadata, sealer.seal(key, version, grant));
    }
}
