package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.http.tls.InvalidTlsIdentity;
import io.omnibridge.adapters.store.sealing.KmsUnavailable;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.KeysetSettings;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in words what went wrong, never by a stack trace. */
final class FailureReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        return print(e, commandLine.getErr());
    }

    /** Prints what went wrong; answers the exit status. */
    static int print(Exception e, PrintWriter err) {
        if (e instanceof ConfigInvalid invalid) {
            return unusable(invalid.problems(), err);
        }
        if (e instanceof StoreCannotStart refusal) {
            return unusable(List.of(String.valueOf(refusal.getMessage())), err);
        }
        if (e instanceof InvalidTlsIdentity unusable) {
            return unusable(List.of(String.valueOf(unusable.getMessage())), err);
        }
        if (e instanceof KmsUnavailable unavailable) {
            return unusable(List.of(KeysetSettings.KMS_KEY + " " + unavailable.getMessage()), err);
        }
        err.println("omnibridge failed: " + inWords(e));
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** What a store says of itself has no value of anything in it; what others say may. */
    private static String inWords(Exception e) {
        return e instanceof StoreUnavailable
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    private static int unusable(List<String> problems, PrintWriter err) {
        err.println("The configuration cannot be used:");
        problems.forEach(problem -> err.println("  " + problem));
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }
}
