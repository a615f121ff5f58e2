package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.application.port.Samples.NOW;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Grant with all optional members, accounts whose metadata differ from what they have sealed, and forged bytes. */
final class SealingSamples {

    static final String ISSUER = "https://issuer.example";
    static final AccountVersion VERSION = AccountVersion.first(new LinkId("0123456789abcdef0123456789abcdef"));
    static final Grant GRANT = new Grant(
            new Credentials(
                    new Secret("canary-access-token"),
                    Optional.of(NOW.plusSeconds(3_600)),
                    Optional.of(new Secret("canary-refresh-token")),
                    Optional.of(NOW.plusSeconds(86_400))),
            Scopes.of(List.of("mail.read", "files.read")),
            Optional.of(new TokenOrigin("client-1", URI.create("https://oauth.example:8443"))));

    private SealingSamples() {}

    /** Returns {@code bytes} with each bit changed, with each number of bytes cut off, and with one byte added. */
    static List<byte[]> forgeries(byte[] bytes) {
        List<byte[]> forgeries = new ArrayList<>();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            forgeries.add(changed);
        }
        for (int length = 1; length < bytes.length; length++) {
            forgeries.add(Arrays.copyOf(bytes, length));
        }
        forgeries.add(Arrays.copyOf(bytes, bytes.length + 1));
        return forgeries;
    }

    /** Returns an account whose metadata have neither scopes nor expiry. */
    static Account account(AccountKey key, AccountVersion version, SealedCredentials sealed) {
        AccountMetadata metadata =
                AccountMetadata.linked(key, version, Scopes.none(), LinkedBy.TOKEN, true, Optional.empty(), NOW);
        return new Account(metadata, sealed);
    }
}
