package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.support.files.WatchedFile;
import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Secrets that follow their files, while something refreshes these. Not thread-safe. */
final class WatchedSecrets {

    private final Settings settings;
    private final Map<String, String> environment;
    private final List<WatchedFile<?>> files = new ArrayList<>();

    WatchedSecrets(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * Reads as {@link Settings#readSecret} does. The returned value follows its file, if it is in one.
     *
     * @param reader called again for each new content
     */
    <T> Optional<Supplier<T>> read(String name, Function<String, T> reader) {
        Optional<Supplier<T>> first = settings.readSecret(name, reader).map(value -> () -> value);
        String file = name + Settings.FILE_SUFFIX;
        return first.isPresent() && environment.containsKey(file) ? watch(file, reader) : first;
    }

    /** Watches {@code more} too. */
    void add(List<WatchedFile<?>> more) {
        files.addAll(more);
    }

    /** Returns the files whose contents may change. */
    List<WatchedFile<?>> files() {
        return List.copyOf(files);
    }

    private <T> Optional<Supplier<T>> watch(String name, Function<String, T> reader) {
        try {
            WatchedFile<T> file = WatchedFile.open(name, Path.of(environment.getOrDefault(name, "")), reader);
            files.add(file);
            return Optional.of(file);
        } catch (IOException | InvalidValue e) {
            settings.reject(name, "names a file that changed while it was read");
            return Optional.empty();
        }
    }
}
