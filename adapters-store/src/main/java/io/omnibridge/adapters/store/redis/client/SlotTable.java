package io.omnibridge.adapters.store.redis.client;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import redis.clients.jedis.HostAndPort;

/** The address of the node that has each hash slot. Thread-safe. */
final class SlotTable {

    private final AtomicReferenceArray<HostAndPort> slots = new AtomicReferenceArray<>(SlotRange.SLOTS);

    HostAndPort get(int slot) {
        return slots.get(slot);
    }

    void set(int slot, HostAndPort address) {
        slots.set(slot, address);
    }

    /** @param replied the node that named these ranges; a node may leave out its own host */
    void set(List<SlotRange> ranges, HostAndPort replied) {
        for (SlotRange range : ranges) {
            for (int slot = range.first(); slot <= range.last(); slot++) {
                slots.set(slot, range.address(replied));
            }
        }
    }

    /** Returns the address of every node that has a slot. */
    Set<HostAndPort> addresses() {
        Set<HostAndPort> all = new HashSet<>();
        for (int slot = 0; slot < SlotRange.SLOTS; slot++) {
            all.add(slots.get(slot));
        }
        return all;
    }
}
