package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.domain.Sha256;
import io.omnibridge.domain.account.AccountKey;
import java.util.HexFormat;

/**
 * How a command names an account: so that whoever can read the store finds it, and whoever reads the log learns of no user.
 * It is the beginning of the SHA-256 of user id, provider and provider account id, each behind its length in 4 bytes.
 */
final class AccountDigest {

    private static final int BYTES = 8;

    private AccountDigest() {}

    /** 16 hexadecimal digits. */
    static String of(AccountKey key) {
        byte[] digest = Sha256.of(LengthPrefixed.of(
                key.owner().value(),
                key.provider().value(),
                key.providerAccountId().value()));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
