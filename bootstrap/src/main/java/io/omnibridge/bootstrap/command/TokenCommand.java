package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.http.jwt.DevelopmentTokens;
import io.omnibridge.application.access.Permission;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.Values;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs a development token with the configured secret. */
@Command(
        name = "token",
        description = "Sign a development token with OMNIBRIDGE_JWT_SECRET.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration MAX_LENGTH = Duration.ofDays(1);

    private final Map<String, String> environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--user", required = true, paramLabel = "USER", description = "whose token it is")
    private String user = "";

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            description = "how long it is valid, from 1s to 1d (default: ${DEFAULT-VALUE})")
    private String ttl = "1h";

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            description = "what it allows, separated by spaces (default: ${DEFAULT-VALUE})")
    private String scope = String.join(" ", Permission.allScopes().values());

    TokenCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws ConfigInvalid {
        Config config = Config.from(environment);
        if (!(config.jwtKeys() instanceof Config.JwtKeys.Shared shared)) {
            throw new ConfigInvalid(List.of("OMNIBRIDGE_JWT_SECRET is required to sign a token"));
        }
        DevelopmentTokens tokens = new DevelopmentTokens(config.jwtPolicy(), shared.key(), clock);
        String token = tokens.sign(
                OptionValue.read(spec, "--user", user, UserId::new),
                OptionValue.read(spec, "--scope", scope, Scopes::parse),
                OptionValue.read(spec, "--ttl", ttl, value -> Values.duration(value, SHORTEST, MAX_LENGTH)));
        spec.commandLine().getOut().println(token);
        return 0;
    }
}
