package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.VaultMetadata;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Metadata that a test can read, change and lose. */
class VaultMetadataInMemory implements VaultMetadata {

    final Map<String, byte[]> values = new ConcurrentHashMap<>();
    final Set<String> goneSinceListed = new HashSet<>();
    boolean usersExist;

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>(values.keySet());
        names.addAll(goneSinceListed);
        return names;
    }

    @Override
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public synchronized boolean compareAndSet(String name, Optional<byte[]> expected, Optional<byte[]> next) {
        if (!Arrays.equals(values.get(name), expected.orElse(null))) {
            return false;
        }
        next.ifPresentOrElse(value -> values.put(name, value), () -> values.remove(name));
        return true;
    }

    @Override
    public boolean hasUsers() {
        return usersExist;
    }
}
