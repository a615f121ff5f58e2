package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.ListenerAddress;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Asks the service on this machine whether it is ready, for containers that have neither a shell nor curl. */
@Command(
        name = "health",
        description = {
            "Ask the service on this machine whether it is ready (GET /readyz).",
            "Reads OMNIBRIDGE_HTTP_HOST, OMNIBRIDGE_HTTP_PORT and OMNIBRIDGE_TLS_CERTIFICATE as the service does, and no secret."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the service is ready",
            "1:it is not ready or not running, which standard error says",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class HealthCommand extends ConfiguredCommand {

    HealthCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid, InterruptedException {
        URI service = ListenerAddress.of(access.environment());
        try {
            ReadinessProbe.ask(service);
            out().println("ready");
            return ExitCode.OK;
        } catch (NotReady e) {
            err().println(e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}
