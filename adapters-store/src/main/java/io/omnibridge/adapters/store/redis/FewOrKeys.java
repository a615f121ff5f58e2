package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import java.util.List;
import java.util.Optional;

/** Either a user's few accounts, or the keys of many. */
record FewOrKeys(Optional<List<AccountMetadata>> few, List<AccountKey> keys) {}
