package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.Objects;

/**
 * Sealer of credentials: it seals with the primary key of a keyset, and opens with any of its keys. Thread-safe.
 *
 * <p>The associated data of the {@link SealedFormat}, each part behind its length: the format, the purpose, the issuer, the
 * account key, the link id and the generation.
 */
public final class TinkCredentialSealer implements CredentialSealer {

    private static final String PURPOSE = "account";

    private final ContentSealer content;
    private final String issuer;

    /** @param issuer of the users (RFC 7519 §4.1.1): the same user id at another issuer is another user */
    public TinkCredentialSealer(Keyset keyset, String issuer) {
        this.content = new ContentSealer(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public SealedCredentials seal(AccountKey key, AccountVersion version, Grant grant) {
        return new SealedCredentials(content.seal(() -> GrantJson.write(grant), associatedData(key, version)));
    }

    @Override
    public Grant open(Account account) {
        return content.open(
                account.credentials().toBytes(), associatedData(account.key(), account.version()), GrantJson::read);
    }

    /** Seals the very bytes that were sealed before, also if a later version of OmniBridge wrote them. */
    SealedCredentials reseal(Account account) {
        return new SealedCredentials(
                content.reseal(account.credentials().toBytes(), associatedData(account.key(), account.version())));
    }

    private byte[] associatedData(AccountKey key, AccountVersion version) {
        return LengthPrefixed.of(
                SealedFormat.NAME,
                PURPOSE,
                issuer,
                key.owner().value(),
                key.provider().value(),
                key.providerAccountId().value(),
                version.linkId().value(),
                Long.toString(version.generation()));
    }
}
