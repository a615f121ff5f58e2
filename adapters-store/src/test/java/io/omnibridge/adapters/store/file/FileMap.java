package io.omnibridge.adapters.store.file;

import io.omnibridge.adapters.store.spi.VaultMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Map from names to values, each a file. One lock for all maps of the process; callers of {@link #put} hold it. */
record FileMap(Path directory, Path users) implements VaultMetadata {

    static final Object LOCK = new Object();

    @Override
    public Set<String> names() {
        return names(directory);
    }

    @Override
    public Optional<byte[]> find(String name) {
        try {
            synchronized (LOCK) {
                return Files.exists(file(name)) ? Optional.of(Files.readAllBytes(file(name))) : Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasUsers() {
        return !names(users).isEmpty();
    }

    void put(String name, Optional<byte[]> value) {
        try {
            if (value.isPresent()) {
                Files.write(file(name), value.get());
            } else {
                Files.deleteIfExists(file(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean compareAndSet(String name, Optional<byte[]> expected, Optional<byte[]> value) {
        synchronized (LOCK) {
            boolean changes = Arrays.equals(find(name).orElse(null), expected.orElse(null));
            if (changes) {
                put(name, value);
            }
            return changes;
        }
    }

    private static Set<String> names(Path directory) {
        return Stream.of(Objects.requireNonNull(directory.toFile().list()))
                .map(name -> new String(HexFormat.of().parseHex(name), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }

    private Path file(String name) {
        return directory.resolve(HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)));
    }
}
