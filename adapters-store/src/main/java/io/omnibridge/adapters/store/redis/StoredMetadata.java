package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.account.AccountMetadata;

/** Metadata of an account, and its JSON as it is stored. */
record StoredMetadata(AccountMetadata account, String json) {}
