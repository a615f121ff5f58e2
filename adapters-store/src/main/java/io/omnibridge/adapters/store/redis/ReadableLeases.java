package io.omnibridge.adapters.store.redis;

import io.omnibridge.domain.lease.StoredLease;
import java.util.List;

/** Leases of a user, and how many more cannot be read. */
record ReadableLeases(List<StoredLease> leases, int unreadable) {}
