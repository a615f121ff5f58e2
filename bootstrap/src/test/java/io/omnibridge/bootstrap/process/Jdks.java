package io.omnibridge.bootstrap.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the installed JDKs that OmniBridge has to run on. */
public final class Jdks {

    private static final Logger LOG = LoggerFactory.getLogger(Jdks.class);
    private static final int OLDEST = 17;
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    private Jdks() {}

    /** Returns the JDK that runs this test and, if there is one, the newest of another version. */
    public static List<Jdk> all() {
        Jdk running = Jdk.running();
        Optional<Jdk> other = homes().flatMap(home -> jdk(home).stream())
                .filter(jdk -> jdk.feature() >= OLDEST && jdk.feature() != running.feature())
                .max(Comparator.comparingInt(Jdk::feature));
        List<Jdk> jdks = Stream.concat(Stream.of(running), other.stream()).toList();
        LOG.info("tested on {}{}", jdks, other.isPresent() ? "" : ": there is no other from " + OLDEST + " on");
        return jdks;
    }

    private static Stream<Path> homes() {
        Stream<Path> named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(Map.Entry::getValue)
                .map(Path::of);
        Path user = Path.of(System.getProperty("user.home"));
        return Stream.of(
                        named,
                        children(Path.of("/usr/lib/jvm")),
                        children(Path.of("/opt/java")),
                        children(user.resolve(".sdkman/candidates/java")))
                .flatMap(homes -> homes);
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Jdk> jdk(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            boolean whole =
                    Files.isExecutable(home.resolve("bin/java")) && Files.isExecutable(home.resolve("bin/javac"));
            return whole && version.find()
                    ? Optional.of(new Jdk(home, Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
