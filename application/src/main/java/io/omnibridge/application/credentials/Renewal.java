package io.omnibridge.application.credentials;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Optional;

/**
 * What a provider's answer makes of an account.
 *
 * @param sent what the answer came for
 * @param grant what the answer gave
 * @param account the account with it, ready to be stored
 */
record Renewal(AccountVersion expected, Grant sent, Grant grant, Account account) {

    static Renewal of(Account former, Grant sent, Grant grant, CredentialSealer sealer, Instant now) {
        AccountMetadata was = former.metadata();
        AccountVersion version = former.version().next();
        AccountMetadata metadata = new AccountMetadata(
                was.key(),
                version,
                grant.scopes(),
                was.linkedBy(),
                grant.credentials().refreshToken().isPresent(),
                grant.credentials().expiresAt(),
                was.linkedAt(),
                now.isBefore(was.linkedAt()) ? was.linkedAt() : now,
                RefreshState.READY,
                was.usedAt());
        Account account = new Account(metadata, sealer.seal(was.key(), version, grant));
        return new Renewal(former.version(), sent, grant, account);
    }

    /** Whether {@code found} is what this renewal stored. */
    boolean isIn(Optional<Account> found) {
        return found.filter(there -> there.version().equals(account.version())
                        && there.credentials().equals(account.credentials()))
                .isPresent();
    }

    /** Whether {@code found} still is what this renewal is for. */
    boolean isFor(Optional<Account> found) {
        return found.filter(there ->
                        there.version().equals(expected) && !there.credentials().isErased())
                .isPresent();
    }

    FreshCredentials usable() {
        return new FreshCredentials.Usable(account, grant);
    }

    /** What is recorded of a refresh: nobody asked for it, so the version that it began at ties its events together. */
    static AuditedAction action(AuditedAction.Kind kind, Account former, Instant now) {
        AccountVersion version = former.version();
        return new AuditedAction(
                kind,
                now,
                former.key().owner(),
                Optional.empty(),
                Optional.of(former.key()),
                new RequestId("refresh-" + version.linkId().value() + "-" + version.generation()));
    }
}
