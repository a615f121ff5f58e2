package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** The program {@code omnibridge}: runs the command that its arguments name. */
public final class OmniBridge {

    private final VaultAccess access;

    /** @param environment the settings, as environment variables */
    public OmniBridge(Map<String, String> environment, Clock clock, SecureRandom random) {
        this.access = new VaultAccess(environment, clock, random);
    }

    /** Runs the command and returns its exit status: 0 done, 1 something failed, 2 wrong usage or wrong configuration. */
    public int execute(PrintWriter out, PrintWriter err, String... arguments) {
        Optional<ServeMode> mode = ServeMode.of(List.of(arguments));
        return mode.isPresent() ? serve(mode.get(), out, err) : executeCommand(out, err, arguments);
    }

    private int serve(ServeMode mode, PrintWriter out, PrintWriter err) {
        try {
            RunService runService = new RunService(access);
            if (mode == ServeMode.DEVELOPMENT) {
                new RunForDevelopment(access, runService).run(out);
            } else {
                runService.run(Config.from(access.environment()), wiring -> {}, service -> {});
            }
            return 0;
        } catch (Exception e) {
            return FailureReport.print(e, err);
        }
    }

    private int executeCommand(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine().setOut(out).setErr(err).execute(arguments);
    }

    /** Returns the description of all commands, for execution and help. {@link #execute} runs {@code serve} without it. */
    public CommandLine commandLine() {
        return RootCommand.commandLine(access);
    }
}
