package io.omnibridge.adapters.store.sealing;

import com.google.crypto.tink.Aead;
import io.omnibridge.adapters.store.encoding.LengthPrefixed;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Seals with the primary key of a keyset, and opens with any of its keys. Thread-safe.
 *
 * <p>The format: one byte that names it, then the AEAD's output. The associated data, each part behind its length: the
 * format, the purpose, the issuer, the account key, the link id and the generation.
 */
public final class TinkCredentialSealer implements CredentialSealer {

    private static final byte FORMAT = 1;
    private static final String PURPOSE = "account";

    private final Aead aead;
    private final String issuer;

    /** @param issuer whose users the accounts belong to (RFC 7519 §4.1.1): the same user id at another one is another user */
    public TinkCredentialSealer(Keyset keyset, String issuer) {
        this.aead = keyset.aead();
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public SealedCredentials seal(AccountKey key, AccountVersion version, Grant grant) {
        try {
            byte[] sealed = aead.encrypt(GrantJson.write(grant), associatedData(key, version));
            return new SealedCredentials(ByteBuffer.allocate(1 + sealed.length)
                    .put(FORMAT)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("credentials cannot be sealed");
        }
    }

    @Override
    public Grant open(Account account) {
        byte[] bytes = account.credentials().toBytes();
        if (bytes[0] != FORMAT) {
            throw new CredentialsUnreadable();
        }
        try {
            byte[] sealed = Arrays.copyOfRange(bytes, 1, bytes.length);
            return GrantJson.read(aead.decrypt(sealed, associatedData(account.key(), account.version())));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // Whatever went wrong, its message may repeat what was being opened.
            throw new CredentialsUnreadable();
        }
    }

    private byte[] associatedData(AccountKey key, AccountVersion version) {
        return LengthPrefixed.of(
                Byte.toString(FORMAT),
                PURPOSE,
                issuer,
                key.owner().value(),
                key.provider().value(),
                key.providerAccountId().value(),
                version.linkId().value(),
                Long.toString(version.generation()));
    }
}
