package io.omnibridge.bootstrap.command;

import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.application.maintenance.VerifyCredentials;
import io.omnibridge.application.maintenance.VerifyResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what needs which key. */
@Command(
        name = "status",
        description = {
            "Tell how much in the store needs which key. Nothing is written.",
            "Redis may meet an account twice while it is swept: read a number as about so many, and 0 as 0."
        },
        mixinStandardHelpOptions = true)
final class KeysStatusCommand implements Callable<Integer> {

    private final VaultAccess access;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--verify",
            description = "open everything too; status 1 if anything does not open, which warnings name by digest")
    private boolean verify;

    KeysStatusCommand(VaultAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws ConfigInvalid {
        try (OpenVault vault = access.reading()) {
            CountKeyUse.KeyUse use = vault.countKeyUse(new ScanReport("counting", access.clock()));
            out().print(KeyTable.of(vault, use));
            out().flush();
            return verify ? verify(vault) : CommandLine.ExitCode.OK;
        }
    }

    private int verify(OpenVault vault) {
        VerifyResult verdict = new VerifyCredentials(vault.ports().scan(), vault.sealer(), vault.tokenSealer())
                .verify(new ScanReport("verifying", access.clock()));
        out().println(verdict.opened() + " accounts open, " + verdict.unreadable() + " do not");
        return verdict.unreadable() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
