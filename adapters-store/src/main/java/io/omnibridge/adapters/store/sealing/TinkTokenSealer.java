package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.SealedToken;
import java.io.IOException;
import java.util.Objects;

/**
 * Sealer of tokens that are to be revoked: it seals with the primary key of a keyset, and opens with any of its keys. Thread-safe.
 *
 * <p>The associated data of the {@link SealedFormat}, each part behind its length: the format, the purpose, the issuer, the
 * account key and the id of the pending revocation.
 */
public final class TinkTokenSealer implements TokenSealer {

    private static final String PURPOSE = "revocation";

    private final SealedFormat format;
    private final String issuer;

    /** @param issuer of the users: the same user id at another issuer is another user */
    public TinkTokenSealer(Keyset keyset, String issuer) {
        this.format = new SealedFormat(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public SealedToken seal(PendingRevocationId id, AccountKey account, RevocableToken token) {
        try {
            return new SealedToken(format.seal(RevocableTokenJson.write(token), associatedData(id, account)));
        } catch (IOException e) {
            throw new IllegalStateException("a token cannot be sealed");
        }
    }

    @Override
    public RevocableToken open(PendingRevocation pendingRevocation) {
        try {
            return RevocableTokenJson.read(opened(pendingRevocation));
        } catch (IOException | RuntimeException e) {
            // Without the cause, whose message may repeat what was opened.
            throw new CredentialsUnreadable();
        }
    }

    /** Seals the very bytes that were sealed before, under the primary key. */
    SealedToken reseal(PendingRevocation pendingRevocation) {
        return new SealedToken(format.seal(
                opened(pendingRevocation), associatedData(pendingRevocation.id(), pendingRevocation.account())));
    }

    private byte[] opened(PendingRevocation pendingRevocation) {
        return format.open(
                        pendingRevocation.sealed().toBytes(),
                        associatedData(pendingRevocation.id(), pendingRevocation.account()))
                .orElseThrow(CredentialsUnreadable::new);
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
