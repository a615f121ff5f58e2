package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An account as it is kept: one object of 88 bytes in the place of a dozen that take four times as much, since there may be a
 * million of them. Its owner is known where it is kept. Times are kept to the millisecond, as all stores do. Immutable.
 */
final class StoredAccount {

    private static final HexFormat HEX = HexFormat.of();
    private static final long NEVER = Long.MIN_VALUE;
    private static final int HALF = 16;

    private final AccountKind kind;
    private final ProviderAccountId providerAccountId;
    private final SealedCredentials credentials;
    private final long linkIdBegin;
    private final long linkIdEnd;
    private final long generation;
    private final long expiresAt;
    private final long linkedAt;
    private final long updatedAt;
    private final long usedAt;
    private final RefreshState refresh;

    /** @param kind that of the account */
    StoredAccount(Account account, AccountKind kind) {
        AccountMetadata metadata = account.metadata();
        String linkId = metadata.version().linkId().value();
        this.kind = kind;
        this.providerAccountId = metadata.key().providerAccountId();
        this.credentials = account.credentials();
        this.linkIdBegin = HexFormat.fromHexDigitsToLong(linkId, 0, HALF);
        this.linkIdEnd = HexFormat.fromHexDigitsToLong(linkId, HALF, linkId.length());
        this.generation = metadata.version().generation();
        this.expiresAt = metadata.expiresAt().map(Instant::toEpochMilli).orElse(NEVER);
        this.linkedAt = metadata.linkedAt().toEpochMilli();
        this.updatedAt = metadata.updatedAt().toEpochMilli();
        this.usedAt = metadata.usedAt().toEpochMilli();
        this.refresh = metadata.refresh().equals(RefreshState.READY) ? RefreshState.READY : metadata.refresh();
    }

    /** As {@code owner}'s account. */
    Account of(UserId owner) {
        return new Account(metadataOf(owner), credentials);
    }

    /** What may be shown of it as {@code owner}'s account. */
    AccountMetadata metadataOf(UserId owner) {
        Instant linked = Instant.ofEpochMilli(linkedAt);
        return new AccountMetadata(
                new AccountKey(owner, kind.provider(), providerAccountId),
                version(),
                kind.scopes(),
                kind.linkedBy(),
                kind.refreshable(),
                expiresAt == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expiresAt)),
                linked,
                updatedAt == linkedAt ? linked : Instant.ofEpochMilli(updatedAt),
                refresh,
                usedAt == linkedAt ? linked : Instant.ofEpochMilli(usedAt));
    }

    AccountVersion version() {
        return new AccountVersion(
                new LinkId(HEX.toHexDigits(linkIdBegin).concat(HEX.toHexDigits(linkIdEnd))), generation);
    }

    SealedCredentials credentials() {
        return credentials;
    }

    boolean isAt(ProviderId candidate) {
        return kind.provider().equals(candidate);
    }

    /** Where it stands in a list, as {@link Comparable#compareTo} would say: by provider, then by account id. */
    int compareTo(AccountKey key) {
        int byProvider = kind.provider().compareTo(key.provider());
        return byProvider == 0 ? providerAccountId.compareTo(key.providerAccountId()) : byProvider;
    }
}
