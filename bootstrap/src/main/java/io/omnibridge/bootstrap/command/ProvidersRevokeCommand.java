package io.omnibridge.bootstrap.command;

import io.omnibridge.application.revocation.RevokeProviderResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.ProviderWiring;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.account.ProviderId;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives back every grant at one provider. */
@Command(
        name = "revoke",
        description = {
            "Unlink every account at one provider, whoever owns it, and give its grant back, at once and without asking.",
            "It may be stopped and run again. What the provider does not take back now, nodes try again for seven days."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:no account is left at the provider",
            "1:the store failed, or some accounts could not be read, which standard error says",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class ProvidersRevokeCommand implements Callable<Integer> {

    private final VaultAccess access;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "which provider, as OMNIBRIDGE_PROVIDERS_FILE names it")
    private String name = "";

    ProvidersRevokeCommand(VaultAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws ConfigInvalid {
        ProviderId provider = OptionValue.read(spec, "NAME", name, ProviderId::new);
        ProviderWiring providers = access.providers();
        if (providers.catalogue().find(provider).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "NAME is no provider of OMNIBRIDGE_PROVIDERS_FILE");
        }
        try (OpenVault vault = access.writing()) {
            RevokeProviderResult outcomes = access.grants(vault, providers)
                    .revokeProvider()
                    .revoke(provider, new GrantsProgress(access.clock()));
            spec.commandLine().getOut().println(inWords(outcomes));
            return outcomes.unreadable() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** One line. */
    static String inWords(RevokeProviderResult outcomes) {
        return outcomes.unlinked() + " accounts unlinked: " + outcomes.revoked() + " grants revoked, "
                + outcomes.pending() + " to be tried again; " + outcomes.unreadable() + " accounts could not be read";
    }
}
