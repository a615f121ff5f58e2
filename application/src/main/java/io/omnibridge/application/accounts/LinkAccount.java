package io.omnibridge.application.accounts;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Links an account from a grant that the caller already has, or replaces the credentials of one that was linked before. The
 * grant is sealed before it reaches the store. Thread-safe.
 */
public final class LinkAccount {

    private final TokenStore store;
    private final CredentialSealer sealer;
    private final int quota;
    private final Clock clock;
    private final SecureRandom random;

    /** @param quota how many accounts one user may have */
    public LinkAccount(TokenStore store, CredentialSealer sealer, int quota, Clock clock, SecureRandom random) {
        this.store = Objects.requireNonNull(store);
        this.sealer = Objects.requireNonNull(sealer);
        this.quota = quota;
        this.clock = Objects.requireNonNull(clock);
        this.random = Objects.requireNonNull(random);
    }

    /** What to link. The owner is not in it: it is always the caller. */
    public record Command(ProviderId provider, ProviderAccountId providerAccountId, Grant grant) {

        public Command {
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(providerAccountId, "providerAccountId");
            Objects.requireNonNull(grant, "grant");
        }
    }

    /**
     * Links, as the caller's own.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; the link may have taken place
     */
    public LinkResult link(Caller caller, RequestId requestId, Command command) {
        Instant now = clock.instant();
        AccountKey key = new AccountKey(caller.user(), command.provider(), command.providerAccountId());
        AccountVersion version = AccountVersion.first(LinkId.random(random));
        AccountMetadata metadata = metadata(key, version, command.grant(), now);
        Account account = new Account(metadata, sealer.seal(key, version, command.grant()));
        return store.link(
                account,
                quota,
                Optional.empty(),
                AuditedAction.on(key, AuditedAction.Kind.LINK, caller, requestId, now));
    }

    /** A client's own grant is not refreshable: OmniBridge is not the OAuth client that it was issued to. */
    private static AccountMetadata metadata(AccountKey key, AccountVersion version, Grant grant, Instant now) {
        return AccountMetadata.linked(
                key,
                version,
                grant.scopes(),
                LinkedBy.TOKEN,
                false,
                grant.credentials().expiresAt(),
                now);
    }
}
