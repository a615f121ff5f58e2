package io.omnibridge.bootstrap.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The runnable jar, as the build made it. */
public final class Omnibridge {

    /** Tests run in the folder of this module. */
    private static final Path MODULE = Path.of("").toAbsolutePath();

    public static final Path JAR = MODULE.resolve("target/omnibridge.jar");
    public static final Path PROJECT = MODULE.resolve("..").normalize();

    /** Makes a process start faster; nothing else about it changes. */
    private static final List<String> FASTER = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** From this JDK on the launcher switches a warning off. */
    private static final int FIRST_JDK_THAT_WARNS = 24;

    private static final List<String> QUIETER = List.of("--sun-misc-unsafe-memory-access=allow");

    private Omnibridge() {}

    /** {@code java -jar omnibridge.jar} with {@code arguments}. */
    public static Run run(Jdk jdk, Map<String, String> settings, String... arguments) {
        return run(jdk, List.of(), settings, arguments);
    }

    /** As above, with options of the JVM. */
    public static Run run(Jdk jdk, List<String> options, Map<String, String> settings, String... arguments) {
        return run(jdk, options, List.of("-jar", JAR.toString()), settings, arguments);
    }

    /** The same program, with all jars in {@code folder} behind its own on the class path. */
    public static Run runBeside(Path folder, Map<String, String> settings, String... arguments) {
        String classPath = JAR + File.pathSeparator + folder.resolve("*");
        List<String> program = List.of("-cp", classPath, "io.omnibridge.bootstrap.Main");
        return run(Jdk.running(), List.of(), program, settings, arguments);
    }

    /** Another program in the place of OmniBridge, with the same libraries and options. */
    public static Run runInstead(Jdk jdk, Class<?> main, String... arguments) {
        String classPath = JAR + File.pathSeparator + MODULE.resolve("target/test-classes");
        return run(jdk, List.of(), List.of("-cp", classPath, main.getName()), Map.of(), arguments);
    }

    private static Run run(
            Jdk jdk, List<String> options, List<String> program, Map<String, String> settings, String... arguments) {
        List<String> command = Stream.of(
                        List.of(jdk.command("java")),
                        FASTER,
                        jdk.feature() < FIRST_JDK_THAT_WARNS ? List.<String>of() : QUIETER,
                        options,
                        program,
                        List.of(arguments))
                .flatMap(List::stream)
                .toList();
        return Run.start(MODULE, settings, command);
    }

    /** Asks a running JVM about itself, as JMX would. */
    public static Run jcmd(Jdk jdk, ProcessHandle process, String question) {
        return Run.start(MODULE, Map.of(), List.of(jdk.command("jcmd"), Long.toString(process.pid()), question));
    }
}
