package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes of pending revocations by a write, in this order.
 *
 * @param cancelled the account that is linked. Pending revocations of scope {@link RevocationScope#GRANT} that could end its grant
 *     are removed: those of that account, and those of an {@linkplain ProviderAccountId#UNKNOWN unknown} account at its provider
 * @param added is added
 * @param completed is removed
 */
public record RevocationChanges(
        Optional<AccountKey> cancelled, Optional<PendingRevocation> added, Optional<PendingRevocationId> completed) {

    public static final RevocationChanges NONE =
            new RevocationChanges(Optional.empty(), Optional.empty(), Optional.empty());

    /** Cancels what would end a new grant of {@code account}, and adds {@code added}. */
    public static RevocationChanges linking(AccountKey account, Optional<PendingRevocation> added) {
        return new RevocationChanges(Optional.of(account), added, Optional.empty());
    }

    public static RevocationChanges adding(Optional<PendingRevocation> added) {
        return new RevocationChanges(Optional.empty(), added, Optional.empty());
    }

    public static RevocationChanges completing(PendingRevocationId completed) {
        return new RevocationChanges(Optional.empty(), Optional.empty(), Optional.of(completed));
    }

    /** Whether {@code pendingRevocation} is one that is cancelled. */
    public boolean cancels(PendingRevocation pendingRevocation) {
        return pendingRevocation.scope() == RevocationScope.GRANT
                && cancelledKeys().anyMatch(pendingRevocation.account()::equals);
    }

    /** Returns the accounts whose pending revocations are cancelled. */
    public Stream<AccountKey> cancelledKeys() {
        return cancelled.stream()
                .flatMap(key -> Stream.of(key, new AccountKey(key.owner(), key.provider(), ProviderAccountId.UNKNOWN)));
    }
}
