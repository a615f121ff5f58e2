package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.providers.OAuthProviders;
import io.omnibridge.adapters.providers.oauth.CheckResult;
import io.omnibridge.adapters.providers.oauth.CheckStatus;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.ConnectConfig;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Checks the configuration of every provider, as far as the provider allows without a user. */
@Command(
        name = "check",
        description = {
            "Check the providers of OMNIBRIDGE_PROVIDERS_FILE: discovery, endpoints and client credentials, as far as each",
            "provider allows. Needs no user and changes no grant. Status 1 if anything is wrong."
        },
        mixinStandardHelpOptions = true)
final class ProvidersCheckCommand extends ConfiguredCommand {

    ProvidersCheckCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        ConnectConfig connect = ConnectConfig.from(access.environment());
        if (connect.catalogue().all().isEmpty()) {
            throw new ConfigInvalid(List.of("OMNIBRIDGE_PROVIDERS_FILE is required, with a provider in it"));
        }
        OAuthProviders providers = new OAuthProviders(
                connect.catalogue(), connect.publicUrl().orElseThrow(), connect.egress(), access.clock());
        boolean isAnythingWrong = false;
        for (ConnectableProvider provider : providers.all()) {
            List<CheckResult> results = providers.check(provider.id()).orElseThrow();
            results.forEach(result -> print(provider, result));
            isAnythingWrong |= results.stream().anyMatch(result -> result.status() == CheckStatus.WRONG);
        }
        return isAnythingWrong ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void print(ConnectableProvider provider, CheckResult result) {
        out().println(provider.id().value() + ": " + EnumWords.of(result.status()) + ": " + result.message());
        out().flush();
    }
}
