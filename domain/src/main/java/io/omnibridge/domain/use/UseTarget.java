package io.omnibridge.domain.use;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.source.Source;
import java.util.Objects;
import java.util.Optional;

/**
 * What a use reads from.
 *
 * @param source empty if the read belongs to no source
 */
public record UseTarget(AccountKey account, Optional<Source> source) {

    public UseTarget {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(source, "source");
    }
}
