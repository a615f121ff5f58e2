package io.omnibridge.bootstrap.process;

import java.nio.file.Path;

/**
 * One JDK of this machine.
 *
 * @param feature its feature version, such as 17
 */
public record Jdk(Path home, int feature) {

    /** The JDK that this test runs on. */
    public static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** Where one of its commands is, such as {@code java}. */
    public String command(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
