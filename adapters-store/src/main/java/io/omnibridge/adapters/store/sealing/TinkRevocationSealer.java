package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.application.port.RevocationSealer;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.Objects;

/**
 * Sealer of tokens that are to be revoked: it seals with the primary key of a keyset, and opens with any of its keys. Thread-safe.
 *
 * <p>The associated data of the {@link SealedFormat}, each part behind its length: the format, the purpose, the issuer, the
 * account key and the id of the pending revocation.
 */
public final class TinkRevocationSealer implements RevocationSealer {

    private static final String PURPOSE = "revocation";

    private final ContentSealer content;
    private final String issuer;

    /** @param issuer of the users: the same user id at another issuer is another user */
    public TinkRevocationSealer(Keyset keyset, String issuer) {
        this.content = new ContentSealer(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public SealedToken seal(PendingRevocationId id, AccountKey account, RevocableToken token) {
        return new SealedToken(content.seal(() -> RevocableTokenJson.write(token), associatedData(id, account)));
    }

    @Override
    public RevocableToken open(PendingRevocation pendingRevocation) {
        return content.open(
                pendingRevocation.sealed().toBytes(), associatedData(pendingRevocation), RevocableTokenJson::read);
    }

    /** Seals the very bytes that were sealed before, under the primary key. */
    SealedToken reseal(PendingRevocation pendingRevocation) {
        return new SealedToken(content.reseal(pendingRevocation.sealed().toBytes(), associatedData(pendingRevocation)));
    }

    private byte[] associatedData(PendingRevocation pendingRevocation) {
        return associatedData(pendingRevocation.id(), pendingRevocation.account());
    }

    private byte[] associatedData(PendingRevocationId id, AccountKey account) {
        return LengthPrefixed.of(
                SealedFormat.NAME,
                PURPOSE,
                issuer,
                account.owner().value(),
                account.provider().value(),
                account.providerAccountId().value(),
                id.value());
    }
}
