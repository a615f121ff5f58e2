package io.omnibridge.adapters.store.redis;

/** A user in the index. */
record IndexedUser(String encodedUser, String place) {}
