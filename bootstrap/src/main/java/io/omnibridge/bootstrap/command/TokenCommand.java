package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.http.jwt.DevelopmentTokens;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.JwtKeys;
import io.omnibridge.bootstrap.config.Values;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Signs a JWT with the configured secret, for trials. */
@Command(
        name = "token",
        description = "Sign a development token with OMNIBRIDGE_JWT_SECRET.",
        mixinStandardHelpOptions = true)
final class TokenCommand extends ConfiguredCommand {

    private static final Duration MIN_TTL = Duration.ofSeconds(1);
    private static final Duration MAX_TTL = Duration.ofDays(1);

    @Option(names = "--user", required = true, paramLabel = "USER", description = "the user of the token")
    private String user = "";

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            description = "how long the token is valid, from 1s to 1d (default: ${DEFAULT-VALUE})")
    private String ttl = "1h";

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            description = "what the token allows, separated by spaces (default: ${DEFAULT-VALUE})")
    private String scope = String.join(" ", Permission.allScopes());

    TokenCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        Config config = Config.from(access.environment());
        if (!(config.jwtKeys() instanceof JwtKeys.Shared shared)) {
            throw new ConfigInvalid(List.of("OMNIBRIDGE_JWT_SECRET is required to sign a token"));
        }
        DevelopmentTokens tokens =
                new DevelopmentTokens(config.jwtPolicy(), shared.key().get(), access.clock());
        out().println(tokens.sign(
                read("--user", user, UserId::new),
                read("--scope", scope, Scopes::parse),
                read("--ttl", ttl, value -> Values.duration(value, MIN_TTL, MAX_TTL))));
        return ExitCode.OK;
    }
}
