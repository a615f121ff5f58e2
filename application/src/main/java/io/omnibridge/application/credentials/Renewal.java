package io.omnibridge.application.credentials;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.OriginDigest;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Optional;

/**
 * Renewed credentials of an account, ready to be stored.
 *
 * @param expected the version that the write replaces
 * @param sent the grant whose refresh token was sent
 * @param grant the grant that the provider returned
 * @param account the account with the renewed credentials, at the version after {@code expected}
 */
record Renewal(AccountVersion expected, Grant sent, Grant grant, Account account) {

    /**
     * Creates the renewal of {@code stored} by {@code grant}, and seals {@code grant}.
     *
     * @param sent the grant of {@code stored}
     */
    static Renewal of(Account stored, Grant sent, Grant grant, CredentialSealer sealer, Instant now) {
        AccountMetadata former = stored.metadata();
        AccountVersion version = former.version().next();
        AccountMetadata metadata = new AccountMetadata(
                former.key(),
                version,
                grant.scopes(),
                former.linkedBy(),
                grant.credentials().refreshToken().isPresent(),
                grant.credentials().expiresAt(),
                former.linkedAt(),
                now.isBefore(former.linkedAt()) ? former.linkedAt() : now,
                RefreshState.READY,
                former.uses(),
                grant.origin().map(OriginDigest::of),
                grant.label().or(former::label));
        Account account = new Account(metadata, sealer.seal(former.key(), version, grant));
        return new Renewal(former.version(), sent, grant, account);
    }

    /** Returns whether {@code found} is what this renewal stored. */
    boolean isStoredAs(Optional<Account> found) {
        return found.filter(stored -> stored.version().equals(account.version())
                        && stored.credentials().equals(account.credentials()))
                .isPresent();
    }

    /** Returns whether {@code found} still has the version that this renewal replaces. */
    boolean canReplace(Optional<Account> found) {
        return found.filter(stored -> stored.version().equals(expected)
                        && !stored.credentials().isErased())
                .isPresent();
    }

    CredentialsResult usable() {
        return new CredentialsResult.Usable(account, grant);
    }
}
