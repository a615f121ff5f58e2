package io.omnibridge.adapters.store.redis;

/** User in the {@link PendingRevocationIndex}. */
record IndexedUser(String encodedUser, String place) {}
