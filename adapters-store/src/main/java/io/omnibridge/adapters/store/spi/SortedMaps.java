package io.omnibridge.adapters.store.spi;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Immutable sorted maps, changed by copying. */
final class SortedMaps {

    private SortedMaps() {}

    static <K, V> NavigableMap<K, V> empty(Comparator<K> order) {
        return Collections.unmodifiableNavigableMap(new TreeMap<>(order));
    }

    static <K, V> NavigableMap<K, V> with(NavigableMap<K, V> map, Map<K, V> more) {
        if (more.isEmpty()) {
            return map;
        }
        NavigableMap<K, V> changed = new TreeMap<>(map);
        changed.putAll(more);
        return Collections.unmodifiableNavigableMap(changed);
    }

    static <K, V> NavigableMap<K, V> with(NavigableMap<K, V> map, K key, V value) {
        return with(map, Map.of(key, value));
    }

    static <K, V> NavigableMap<K, V> without(NavigableMap<K, V> map, Predicate<V> removed) {
        if (map.values().stream().noneMatch(removed)) {
            return map;
        }
        NavigableMap<K, V> changed = new TreeMap<>(map);
        changed.values().removeIf(removed);
        return Collections.unmodifiableNavigableMap(changed);
    }
}
