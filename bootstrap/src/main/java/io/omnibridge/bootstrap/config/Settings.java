package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.support.files.SmallTextFile;
import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads settings by name into checked values, and collects everything that is wrong, so that all of it is reported at once.
 * What is wrong reads as absent. No message ever has a value in it. Not thread-safe.
 */
final class Settings {

    private static final String PREFIX = "OMNIBRIDGE_";
    private static final String FILE_SUFFIX = "_FILE";

    /** Kubernetes puts these into every pod beside a service that is named omnibridge. */
    private static final Pattern INJECTED = Pattern.compile("OMNIBRIDGE_(SERVICE_.*|PORT|PORT_.*)");

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();
    private final TreeSet<String> known = new TreeSet<>();

    Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The value of {@code name} as {@code reader} reads it; {@code reader} throws {@link InvalidValue}. */
    <T> Optional<T> read(String name, Function<String, T> reader) {
        known.add(name);
        return text(name).flatMap(value -> check(name, value, reader));
    }

    /** As {@link #read}, and the value may also stand in the file that {@code name_FILE} names. */
    <T> Optional<T> readSecret(String name, Function<String, T> reader) {
        known.add(name);
        known.add(name + FILE_SUFFIX);
        Optional<String> path = text(name + FILE_SUFFIX);
        if (path.isEmpty()) {
            return read(name, reader);
        }
        if (environment.containsKey(name)) {
            refuse(name, "must not be given together with " + name + FILE_SUFFIX);
            return Optional.empty();
        }
        return path.flatMap(p -> contentOf(name + FILE_SUFFIX, p)).flatMap(value -> check(name, value, reader));
    }

    /** The text of the file that {@code name} itself names. */
    Optional<String> readFile(String name) {
        known.add(name);
        return text(name).flatMap(path -> contentOf(name, path));
    }

    /** Whether {@code name} or {@code name_FILE} is given at all, right or wrong. */
    boolean isSet(String name) {
        return environment.containsKey(name) || environment.containsKey(name + FILE_SUFFIX);
    }

    /** Takes note that {@code names} mean something, though nothing reads them now. */
    void alsoKnown(String... names) {
        alsoKnown(List.of(names));
    }

    void alsoKnown(Collection<String> names) {
        known.addAll(names);
    }

    /** What meant something so far. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    /** As {@link #alsoKnown}, and in files too. */
    void alsoKnownSecrets(String... names) {
        for (String name : names) {
            alsoKnown(name, name + FILE_SUFFIX);
        }
    }

    /** Everything that is wrong so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Once, however often it is read. */
    void refuse(String name, String reason) {
        String problem = name + " " + reason;
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigInvalid if anything is wrong, unknown names included
     */
    void throwIfAnyWrong() throws ConfigInvalid {
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .filter(name -> !INJECTED.matcher(name).matches())
                .sorted()
                .forEach(name -> refuse(name, "is not a setting of OmniBridge"));
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(problems);
        }
    }

    private Optional<String> text(String name) {
        String value = environment.get(name);
        if (value != null && value.isEmpty()) {
            refuse(name, "is empty");
            return Optional.empty();
        }
        return Optional.ofNullable(value).flatMap(text -> check(name, text, Values::decoded));
    }

    private Optional<String> contentOf(String name, String path) {
        try {
            return Optional.of(SmallTextFile.read(Path.of(path)));
        } catch (IOException | InvalidPathException e) {
            refuse(name, "names a file that cannot be read as UTF-8 text of at most 64 KiB");
            return Optional.empty();
        }
    }

    private <T> Optional<T> check(String name, String value, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(value));
        } catch (InvalidValue e) {
            refuse(name, e.getMessage());
            return Optional.empty();
        }
    }
}
