package io.omnibridge.adapters.store.redis.client;

import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.HostAndPort;

/**
 * Which node has which hash slots, as one node reported it. Immutable.
 *
 * @param nodes each node once, ordered by its first slot
 * @param fingerprint equal for equal layouts
 */
public record SlotLayout(List<HostAndPort> nodes, String fingerprint) {

    static SlotLayout of(List<SlotRange> ranges, HostAndPort replied) {
        List<SlotRange> ordered = ranges.stream()
                .sorted(Comparator.comparingInt(SlotRange::first))
                .toList();
        return new SlotLayout(
                ordered.stream().map(range -> range.address(replied)).distinct().toList(),
                LayoutFingerprint.of(ordered.stream()
                        .map(range -> range.first() + "-" + range.last() + " " + range.address(replied))
                        .toList()));
    }

    /** Returns whether no node has a slot, as in a cluster that is being set up. */
    boolean isEmpty() {
        return nodes.isEmpty();
    }
}
