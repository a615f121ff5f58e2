package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sealer of leases: it seals with the primary key of a keyset, and opens with any of its keys. Terms are re-sealed. A token is not,
 * because its client keeps it: re-sealed terms name the key that the token needs. Thread-safe.
 *
 * <p>The associated data of the {@link SealedFormat}, each part behind its length: the format, the purpose, the issuer, and for terms
 * the owner and the id of the lease. A token names both inside.
 */
public final class TinkLeaseSealer implements LeaseSealer {

    private static final String TERMS = "lease-terms";
    private static final String TOKEN = "lease";

    private final ContentSealer content;
    private final String issuer;

    /** @param issuer of the users: the same user id at another issuer is another user */
    public TinkLeaseSealer(Keyset keyset, String issuer) {
        this.content = new ContentSealer(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public SealedLease seal(LeaseTerms terms, LeaseToken token) {
        return new SealedLease(content.seal(
                () -> new LeaseTermsJson(terms, hash(token)).write(), dataOfTerms(token.user(), token.id())));
    }

    @Override
    public LeaseTerms open(StoredLease lease) {
        return opened(lease).terms();
    }

    @Override
    public Optional<LeaseTerms> open(StoredLease lease, LeaseToken token) {
        LeaseTermsJson opened = opened(lease);
        return token.user().equals(lease.owner())
                        && token.id().equals(lease.id())
                        && opened.secret().matches(token.secret().reveal())
                ? Optional.of(opened.terms())
                : Optional.empty();
    }

    @Override
    public String text(LeaseToken token) {
        return LeaseTokenText.of(content.seal(() -> LeaseTokenText.write(token), dataOfToken()));
    }

    @Override
    public Optional<LeaseToken> token(String text) {
        try {
            return LeaseTokenText.sealed(text).map(bytes -> content.open(bytes, dataOfToken(), LeaseTokenText::read));
        } catch (CredentialsUnreadable e) {
            return Optional.empty();
        }
    }

    /** Seals what was sealed before, also if a later version of OmniBridge wrote it, with the key that the token needs. */
    SealedLease reseal(StoredLease lease) {
        byte[] next = read(lease, terms -> LeaseTermsJson.withTokenKey(tokenKey(lease, terms), terms));
        return new SealedLease(content.seal(() -> next, dataOfTerms(lease.owner(), lease.id())));
    }

    long tokenKeyOf(StoredLease lease) {
        return read(lease, terms -> tokenKey(lease, terms));
    }

    /** Terms and token are sealed by one key. Only terms that were re-sealed since then name it. */
    private static long tokenKey(StoredLease lease, byte[] terms) throws IOException {
        OptionalLong named = LeaseTermsJson.tokenKey(terms);
        return named.isPresent()
                ? named.getAsLong()
                : SealedFormat.keyOf(lease.sealed().toBytes()).orElseThrow();
    }

    private LeaseTermsJson opened(StoredLease lease) {
        return read(lease, terms -> LeaseTermsJson.read(lease.owner(), terms));
    }

    private <T> T read(StoredLease lease, ContentReader<T> reader) {
        return content.open(lease.sealed().toBytes(), dataOfTerms(lease.owner(), lease.id()), reader);
    }

    private static HashedValue hash(LeaseToken token) {
        return HashedValue.of(token.secret().reveal());
    }

    private byte[] dataOfTerms(UserId owner, LeaseId id) {
        return LengthPrefixed.of(SealedFormat.NAME, TERMS, issuer, owner.value(), id.value());
    }

    private byte[] dataOfToken() {
        return LengthPrefixed.of(SealedFormat.NAME, TOKEN, issuer);
    }
}
