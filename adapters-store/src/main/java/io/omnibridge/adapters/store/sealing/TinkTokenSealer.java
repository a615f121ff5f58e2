package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.encoding.LengthPrefixed;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.ObligationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.SealedToken;
import java.io.IOException;
import java.util.Objects;

/**
 * Seals tokens that are to be revoked with the primary key of a keyset, and opens them with any of its keys. Thread-safe.
 *
 * <p>The associated data of the {@link SealedFormat}, each part behind its length: the format, the purpose, the issuer, the
 * account key and the obligation id.
 */
public final class TinkTokenSealer implements TokenSealer {

    private static final String PURPOSE = "revocation";

    private final SealedFormat format;
    private final String issuer;

    /** @param issuer whose users the grants belong to: the same user id at another one is another user */
    public TinkTokenSealer(Keyset keyset, String issuer) {
        this.format = new SealedFormat(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public SealedToken seal(ObligationId id, AccountKey account, RevocableToken token) {
        try {
            return new SealedToken(format.seal(RevocableTokenJson.write(token), associatedData(id, account)));
        } catch (IOException e) {
            throw new IllegalStateException("a token cannot be sealed");
        }
    }

    @Override
    public RevocableToken open(Obligation obligation) {
        try {
            return RevocableTokenJson.read(opened(obligation));
        } catch (IOException | RuntimeException e) {
            // Whatever went wrong, its message may repeat what was being opened.
            throw new CredentialsUnreadable();
        }
    }

    /** Byte for byte what was sealed before, under the primary key. */
    SealedToken reseal(Obligation obligation) {
        return new SealedToken(format.seal(opened(obligation), associatedData(obligation.id(), obligation.account())));
    }

    private byte[] opened(Obligation obligation) {
        return format.open(obligation.sealed().toBytes(), associatedData(obligation.id(), obligation.account()))
                .orElseThrow(CredentialsUnreadable::new);
    }

    private byte[] associatedData(ObligationId id, AccountKey account) {
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
