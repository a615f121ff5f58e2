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

/** Reports a failure in one sentence for each problem, without a stack trace. */
final class FailureReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        return print(e, commandLine.getErr());
    }

    /** Prints the failure and returns the exit status. */
    static int print(Exception e, PrintWriter err) {
        if (e instanceof ConfigInvalid invalid) {
            return printUnusable(invalid.problems(), err);
        }
        if (e instanceof StoreCannotStart store) {
            return printUnusable(List.of(String.valueOf(store.getMessage())), err);
        }
        if (e instanceof InvalidTlsIdentity tls) {
            return printUnusable(List.of(String.valueOf(tls.getMessage())), err);
        }
        if (e instanceof KmsUnavailable kms) {
            return printUnusable(List.of(KeysetSettings.KMS_KEY + " " + kms.getMessage()), err);
        }
        err.println("omnibridge failed: " + inWords(e));
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Returns the message of a store's failure, which contains no values, and the class name of any other failure. */
    private static String inWords(Exception e) {
        return e instanceof StoreUnavailable
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    private static int printUnusable(List<String> problems, PrintWriter err) {
        err.println("The configuration cannot be used:");
        problems.forEach(problem -> err.println("  " + problem));
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }
}
