package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.adapters.providers.OAuthProviders;
import io.omnibridge.adapters.providers.oauth.CheckResult;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.ConnectConfig;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tries every provider that is set up, as far as it lets anybody. */
@Command(
        name = "check",
        description = {
            "Try the providers of OMNIBRIDGE_PROVIDERS_FILE: discovery, endpoints and client credentials, as far as each of them",
            "lets anybody find out. No user and no grant is touched. Status 1 if anything is wrong."
        },
        mixinStandardHelpOptions = true)
final class ProvidersCheckCommand implements Callable<Integer> {

    private final VaultAccess access;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ProvidersCheckCommand(VaultAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws ConfigInvalid {
        Config.Connect connect = ConnectConfig.from(access.environment());
        if (connect.catalogue().all().isEmpty()) {
            throw new ConfigInvalid(List.of("OMNIBRIDGE_PROVIDERS_FILE is required, with a provider in it"));
        }
        OAuthProviders providers =
                new OAuthProviders(connect.catalogue(), connect.publicUrl().orElseThrow(), access.clock());
        boolean isAnythingWrong = false;
        for (ConnectableProvider provider : providers.all()) {
            List<CheckResult> results = providers.check(provider.id()).orElseThrow();
            results.forEach(result -> print(provider, result));
            isAnythingWrong |= results.stream().anyMatch(result -> result.status() == CheckResult.Status.WRONG);
        }
        return isAnythingWrong ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private void print(ConnectableProvider provider, CheckResult result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(provider.id().value() + ": " + EnumWords.of(result.status()) + ": "
                + result.message());
        out.flush();
    }
}
