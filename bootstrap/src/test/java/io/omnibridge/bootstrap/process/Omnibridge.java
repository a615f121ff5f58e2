package io.omnibridge.bootstrap.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The runnable jar of this build. */
public final class Omnibridge {

    /** The root of the project. Tests run in the directory of this module. */
    private static final Path MODULE = Path.of("").toAbsolutePath();

    public static final Path JAR = MODULE.resolve("target/omnibridge.jar");
    public static final Path PROJECT = MODULE.resolve("..").normalize();

    /** Shortens the start of a process, and changes nothing else. The last one puts its archive where it needs no relocation. */
    private static final List<String> FASTER = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");

    /** From this JDK on the launcher suppresses a warning. */
    private static final int FIRST_JDK_THAT_WARNS = 24;

    private static final List<String> QUIETER = List.of("--sun-misc-unsafe-memory-access=allow");

    private Omnibridge() {}

    /** Starts {@code java -jar omnibridge.jar} with {@code arguments}. */
    public static Run run(Jdk jdk, Map<String, String> settings, String... arguments) {
        return run(jdk, List.of(), settings, arguments);
    }

    /** Starts the jar with options of the JVM. */
    public static Run run(Jdk jdk, List<String> options, Map<String, String> settings, String... arguments) {
        return run(jdk, options, List.of("-jar", JAR.toString()), settings, arguments);
    }

    /** Starts the program with all jars in {@code folder} behind its own on the class path. */
    public static Run runBeside(Path folder, Map<String, String> settings, String... arguments) {
        String classPath = JAR + File.pathSeparator + folder.resolve("*");
        List<String> program = List.of("-cp", classPath, "io.omnibridge.bootstrap.Main");
        return run(Jdk.running(), List.of(), program, settings, arguments);
    }

    /** Starts another main class with the libraries and options of OmniBridge. */
    public static Run runInstead(Jdk jdk, Class<?> main, String... arguments) {
        return runInstead(jdk, main, Map.of(), arguments);
    }

    /** Starts another main class with settings of OmniBridge. */
    public static Run runInstead(Jdk jdk, Class<?> main, Map<String, String> settings, String... arguments) {
        String classPath = JAR + File.pathSeparator + MODULE.resolve("target/test-classes");
        return run(jdk, List.of(), List.of("-cp", classPath, main.getName()), settings, arguments);
    }

    private static Run run(
            Jdk jdk, List<String> options, List<String> program, Map<String, String> settings, String... arguments) {
        List<String> command = Stream.of(
                        List.of(jdk.command("java")),
                        FASTER,
                        StartupCache.options(jdk),
                        jdk.feature() < FIRST_JDK_THAT_WARNS ? List.<String>of() : QUIETER,
                        options,
                        program,
                        List.of(arguments))
                .flatMap(List::stream)
                .toList();
        return Run.start(MODULE, settings, command);
    }

    /** Runs a diagnostic command in a running JVM. */
    public static Run jcmd(Jdk jdk, ProcessHandle process, String question) {
        return Run.start(MODULE, Map.of(), List.of(jdk.command("jcmd"), Long.toString(process.pid()), question));
    }
}
