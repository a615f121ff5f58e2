package io.omnibridge.bootstrap.command;

import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.application.maintenance.VerifyCredentials;
import io.omnibridge.application.maintenance.VerifyResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Shows what needs which key. It only reads. */
@Command(
        name = "status",
        description = {
            "Show how much in the store needs which key. Nothing is written.",
            "A scan of Redis may count an account twice: read a number as \"about\", and 0 as 0."
        },
        mixinStandardHelpOptions = true)
final class KeysStatusCommand extends ConfiguredCommand {

    @Option(
            names = "--verify",
            description = "also open everything; status 1 if anything does not open, which warnings name by digest")
    private boolean verify;

    KeysStatusCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        try (OpenVault vault = access.reading()) {
            CountKeyUse.KeyUse use = vault.countKeyUse(new ScanProgress("counting", access.clock()));
            out().print(KeyTable.of(vault, use));
            out().flush();
            return verify ? verify(vault) : ExitCode.OK;
        }
    }

    private int verify(OpenVault vault) {
        VerifyCredentials verifyCredentials = new VerifyCredentials(
                vault.ports().scan(),
                vault.sealers().credentials(),
                vault.sealers().tokens());
        VerifyResult result = verifyCredentials.verify(new ScanProgress("verifying", access.clock()));
        out().println(result.opened() + " accounts open, " + result.unreadable() + " do not");
        return result.unreadable() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
