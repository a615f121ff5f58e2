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
    public void putIfAbsent(String name, byte[] value) {
        values.putIfAbsent(name, value);
    }

    @Override
    public boolean replace(String name, byte[] expected, byte[] value) {
        return has(name, expected) && values.put(name, value) != null;
    }

    @Override
    public boolean remove(String name, byte[] expected) {
        return has(name, expected) && values.remove(name) != null;
    }

    @Override
    public boolean hasUsers() {
        return usersExist;
    }

    private boolean has(String name, byte[] expected) {
        return Arrays.equals(values.get(name), expected);
    }
}
