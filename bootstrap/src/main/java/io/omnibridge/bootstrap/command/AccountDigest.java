package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.domain.Sha256;
import io.omnibridge.domain.account.AccountKey;
import java.util.HexFormat;

/**
 * Name of an account in the log: an operator with access to the store can find the account by it, and a reader of the log
 * learns no user id. It is the beginning of the SHA-256 of user id, provider and provider account id, each prefixed by its
 * length in 4 bytes.
 */
final class AccountDigest {

    private static final int BYTES = 8;

    private AccountDigest() {}

    /** Returns 16 hexadecimal digits. */
    static String of(AccountKey key) {
        byte[] encoded = LengthPrefixed.of(
                key.owner().value(),
                key.provider().value(),
                key.providerAccountId().value());
        return HexFormat.of().formatHex(Sha256.of(encoded), 0, BYTES);
    }
}
