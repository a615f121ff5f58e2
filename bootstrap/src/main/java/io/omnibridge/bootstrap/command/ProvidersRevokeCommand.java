package io.omnibridge.bootstrap.command;

import io.omnibridge.application.revocation.RevokeProviderResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.ProviderWiring;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.account.ProviderId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Unlinks every account at one provider, and revokes its grant. */
@Command(
        name = "revoke",
        description = {
            "Unlink every account of every user at one provider, and revoke its grant, at once and without asking.",
            "After an interruption, run it again. Nodes retry a failed revocation for seven days."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:no account is left at the provider",
            "1:the store failed, or some accounts could not be read, which standard error says",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class ProvidersRevokeCommand extends ConfiguredCommand {

    @Parameters(paramLabel = "NAME", description = "the provider, as OMNIBRIDGE_PROVIDERS_FILE names it")
    private String name = "";

    ProvidersRevokeCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        ProviderId provider = read("NAME", name, ProviderId::new);
        ProviderWiring providers = access.providers();
        if (providers.catalogue().find(provider).isEmpty()) {
            throw wrongUsage("NAME is no provider of OMNIBRIDGE_PROVIDERS_FILE");
        }
        try (OpenVault vault = access.writing()) {
            RevokeProviderResult result = access.grants(vault, providers)
                    .revokeProvider()
                    .revoke(provider, new RevocationProgress(access.clock()));
            out().println(inWords(result));
            return result.unreadable() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** Returns one line. */
    static String inWords(RevokeProviderResult result) {
        return Counted.of(result.unlinked(), "account") + " unlinked: " + Counted.of(result.revoked(), "grant")
                + " revoked, " + result.pending() + " to be tried again; " + Counted.of(result.unreadable(), "account")
                + " could not be read";
    }
}
