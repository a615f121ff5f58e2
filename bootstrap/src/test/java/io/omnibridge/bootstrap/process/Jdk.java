package io.omnibridge.bootstrap.process;

import java.nio.file.Path;

/**
 * An installed JDK.
 *
 * @param feature its feature version, such as 17
 */
public record Jdk(Path home, int feature) {

    /** Returns the JDK that runs this test. */
    public static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** Returns the path of a command, such as {@code java}. */
    public String command(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
