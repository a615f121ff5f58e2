package io.omnibridge.adapters.store.spi;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Immutable sorted maps, changed by copying. */
final class SortedMaps {

    private SortedMaps() {}

    static <K, V> SortedMap<K, V> empty(Comparator<K> order) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(order));
    }

    static <K, V> SortedMap<K, V> with(SortedMap<K, V> map, Map<K, V> more) {
        SortedMap<K, V> changed = new TreeMap<>(map);
        changed.putAll(more);
        return Collections.unmodifiableSortedMap(changed);
    }

    static <K, V> SortedMap<K, V> with(SortedMap<K, V> map, K key, V value) {
        return with(map, Map.of(key, value));
    }

    static <K, V> SortedMap<K, V> without(SortedMap<K, V> map, Predicate<V> removed) {
        if (map.values().stream().noneMatch(removed)) {
            return map;
        }
        SortedMap<K, V> changed = new TreeMap<>(map);
        changed.values().removeIf(removed);
        return Collections.unmodifiableSortedMap(changed);
    }
}
