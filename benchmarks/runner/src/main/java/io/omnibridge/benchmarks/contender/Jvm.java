package io.omnibridge.benchmarks.contender;

import io.omnibridge.bootstrap.process.Jdk;
import java.util.ArrayList;
import java.util.List;

/** What runs a program: the same for all that are compared. */
public record Jvm(Jdk jdk, String heap, List<String> more) {

    /** From this JDK on it warns of what Tink does, unless told not to; the others do not mind. */
    private static final int FIRST_THAT_WARNS = 24;

    public Jvm(Jdk jdk, String heap) {
        this(jdk, heap, List.of());
    }

    /** The same with options of its own. */
    public Jvm with(String... options) {
        return new Jvm(jdk, heap, List.of(options));
    }

    List<String> command(Program program) {
        if (!program.isJava()) {
            return program.arguments();
        }
        List<String> command = new ArrayList<>(List.of(jdk.command("java"), "-Xms" + heap, "-Xmx" + heap));
        if (jdk.feature() >= FIRST_THAT_WARNS) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(more);
        command.addAll(program.arguments());
        return command;
    }
}
