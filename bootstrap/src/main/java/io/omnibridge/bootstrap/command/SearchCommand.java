package io.omnibridge.bootstrap.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.jwt.DevelopmentTokens;
import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.JwtKeys;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.search.SearchQuery;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches as a user at a running service, so that an operator can try a configuration. */
@Command(
        name = "search",
        description = "Search the sources of a user at a running service. Signs a token with OMNIBRIDGE_JWT_SECRET.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every source that the user has responded",
            "1:a source or the service did not, which the output says",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class SearchCommand extends ConfiguredCommand {

    private static final Duration TOKEN_TTL = Duration.ofMinutes(1);

    @Option(names = "--user", required = true, paramLabel = "USER", description = "who searches")
    private String user = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the service: https, or http on loopback (default: the configured listener)")
    private String url = "";

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "what to look for")
    private List<String> words = List.of();

    SearchCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid, InterruptedException {
        UserId owner = read("--user", user, UserId::new);
        SearchQuery query = read("WORD", String.join(" ", words), SearchQuery::new);
        Config config = Config.from(access.environment());
        if (!(config.jwtKeys() instanceof JwtKeys.Shared shared)) {
            throw new ConfigInvalid(List.of("OMNIBRIDGE_JWT_SECRET is required to sign a token"));
        }
        URI service = url.isEmpty()
                ? URI.create(RunService.address(config, config.httpPort()))
                : read("--url", url, SearchCommand::service);
        String token = new DevelopmentTokens(config.jwtPolicy(), shared.key().get(), access.clock())
                .sign(owner, Scopes.of(List.of(Permission.READ_DATA.scope())), TOKEN_TTL);
        try {
            JsonNode found = new ServiceClient(service, token).search(query);
            out().print(SearchTable.of(found));
            return SearchTable.isComplete(found) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (ServiceFailed e) {
            err().println(e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    /** A token is sent there, so the way has to be safe. */
    private static URI service(String text) {
        try {
            URI service = new URI(text);
            boolean isSafe = service.getHost() != null
                    && service.getRawUserInfo() == null
                    && ("https".equalsIgnoreCase(service.getScheme())
                            || ("http".equalsIgnoreCase(service.getScheme())
                                    && Loopback.isLoopback(service.getHost())));
            InvalidValue.unless(isSafe, "must be an https URL, or an http URL on loopback");
            return service;
        } catch (URISyntaxException e) {
            throw new InvalidValue("must be a URL");
        }
    }
}
