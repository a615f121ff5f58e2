package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.support.files.SmallTextFile;
import io.omnibridge.adapters.support.text.SurroundingWhitespace;
import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Environment variables as checked values. It collects every problem, so that all are reported at once; a wrong setting reads
 * as absent. No message contains a value. Not thread-safe.
 */
final class Settings {

    static final String FILE_SUFFIX = "_FILE";

    private final Map<String, String> environment;
    private final SettingProblems problems = new SettingProblems();
    private final TreeSet<String> known = new TreeSet<>();
    private final WatchedSecrets watched;

    Settings(Map<String, String> environment) {
        this.environment = environment;
        this.watched = new WatchedSecrets(this, environment);
    }

    /** Returns settings of which a caller reads only some: all others that {@link ConfigReader} knows are accepted unread. */
    static Settings ofPart(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        settings.alsoKnown(ConfigReader.names());
        return settings;
    }

    /**
     * Reads the value of {@code name} with {@code reader}, which throws {@link InvalidValue} for a wrong one. White space and
     * invisible characters at its edges are wrong.
     */
    <T> Optional<T> read(String name, Function<String, T> reader) {
        return readDocument(name, withoutSurroundingWhitespace(reader));
    }

    /** Reads as {@link #read} does, from the variable or from the file that {@code name_FILE} names. */
    <T> Optional<T> readSecret(String name, Function<String, T> reader) {
        return readSecretDocument(name, withoutSurroundingWhitespace(reader));
    }

    /** Reads as {@link #readSecret} does a document whose format allows white space around it, such as PEM or JSON. */
    <T> Optional<T> readSecretDocument(String name, Function<String, T> reader) {
        known.add(name);
        known.add(name + FILE_SUFFIX);
        Optional<String> path = text(name + FILE_SUFFIX)
                .flatMap(it -> check(name + FILE_SUFFIX, it, SurroundingWhitespace::requireNone));
        if (path.isEmpty()) {
            return readDocument(name, reader);
        }
        if (environment.containsKey(name)) {
            reject(name, "must not be given together with " + name + FILE_SUFFIX);
            return Optional.empty();
        }
        return path.flatMap(p -> contentOf(name + FILE_SUFFIX, p)).flatMap(value -> check(name, value, reader));
    }

    /** Returns the secrets that follow their files. */
    WatchedSecrets watched() {
        return watched;
    }

    /** Returns the text of the file that {@code name} itself names. */
    Optional<String> readFile(String name) {
        known.add(name);
        return text(name)
                .flatMap(path -> check(name, path, SurroundingWhitespace::requireNone))
                .flatMap(path -> contentOf(name, path));
    }

    /** Returns whether {@code name} or {@code name_FILE} is set, to a right or a wrong value. */
    boolean isSet(String name) {
        return environment.containsKey(name) || environment.containsKey(name + FILE_SUFFIX);
    }

    /** Rejects {@code name} if it is not set. */
    void require(String name) {
        if (!isSet(name)) {
            reject(name, "is required");
        }
    }

    /** Returns whether cleartext beyond loopback is allowed, because something else encrypts. */
    boolean isCleartextAllowed() {
        return read("OMNIBRIDGE_ALLOW_CLEARTEXT", Values::bool).orElse(false);
    }

    /** Accepts {@code names} as settings although nothing reads them now. */
    void alsoKnown(String... names) {
        alsoKnown(List.of(names));
    }

    void alsoKnown(Collection<String> names) {
        known.addAll(names);
    }

    /** Returns the names that were read or accepted so far. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    /** Accepts {@code names} as settings, and their {@code _FILE} variants. */
    void alsoKnownSecrets(String... names) {
        for (String name : names) {
            alsoKnown(name, name + FILE_SUFFIX);
        }
    }

    /** Returns every problem so far. */
    List<String> problems() {
        return problems.all();
    }

    /** Adds a problem, once, even if the setting is read again. */
    void reject(String name, String reason) {
        problems.add(name, reason);
    }

    /**
     * Ends the reading, and rejects unknown {@code OMNIBRIDGE_*} variables.
     *
     * @throws ConfigInvalid if there is any problem
     */
    void throwIfAnyWrong() throws ConfigInvalid {
        problems.addUnknown(environment.keySet(), known);
        problems.throwIfAny();
    }

    private <T> Optional<T> readDocument(String name, Function<String, T> reader) {
        known.add(name);
        return text(name).flatMap(value -> check(name, value, reader));
    }

    private static <T> Function<String, T> withoutSurroundingWhitespace(Function<String, T> reader) {
        return value -> reader.apply(SurroundingWhitespace.requireNone(value));
    }

    private Optional<String> text(String name) {
        String value = environment.get(name);
        if (value != null && value.isEmpty()) {
            reject(name, "is empty");
            return Optional.empty();
        }
        return Optional.ofNullable(value).flatMap(text -> check(name, text, Values::decoded));
    }

    private Optional<String> contentOf(String name, String path) {
        try {
            return Optional.of(SmallTextFile.read(Path.of(path)));
        } catch (IOException | InvalidPathException e) {
            reject(name, "names a file that cannot be read as UTF-8 text of at most 64 KiB");
            return Optional.empty();
        }
    }

    private <T> Optional<T> check(String name, String value, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(value));
        } catch (InvalidValue e) {
            reject(name, e.getMessage());
            return Optional.empty();
        }
    }
}
