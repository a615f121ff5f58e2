package io.omnibridge.adapters.store.redis.client;

import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.HostAndPort;

/**
 * Who has which slots, at one moment.
 *
 * @param nodes each once, in the order of their first slots
 * @param fingerprint differs where the slots lie differently
 */
public record SlotLayout(List<HostAndPort> nodes, String fingerprint) {

    static SlotLayout of(List<SlotRange> ranges, HostAndPort asked) {
        List<SlotRange> ordered = ranges.stream()
                .sorted(Comparator.comparingInt(SlotRange::first))
                .toList();
        return new SlotLayout(
                ordered.stream()
                        .map(range -> range.addressSeenFrom(asked))
                        .distinct()
                        .toList(),
                LayoutFingerprint.of(ordered.stream()
                        .map(range -> range.first() + "-" + range.last() + " " + range.addressSeenFrom(asked))
                        .toList()));
    }

    /** Whether anybody has a slot: in a cluster that is being set up, nobody may. */
    boolean isServed() {
        return !nodes.isEmpty();
    }
}
