package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.http.jwt.DevelopmentTokens;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.DevelopmentMode;
import io.omnibridge.bootstrap.config.JwtKeys;
import io.omnibridge.bootstrap.demo.DemoAccounts;
import io.omnibridge.bootstrap.demo.DemoProvider;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs the service for trials: beside the demo provider, and with a greeting. */
final class RunForDevelopment {

    private static final UserId ALICE = new UserId("alice");

    private final VaultAccess access;
    private final RunService runService;

    RunForDevelopment(VaultAccess access, RunService runService) {
        this.access = access;
        this.runService = runService;
    }

    /**
     * Runs the service as {@link RunService#run} does.
     *
     * @param out receives the greeting with a token
     */
    void run(PrintWriter out) throws Exception {
        try (DemoProvider demo = DemoProvider.start(access.random(), access.clock())) {
            Catalogue added = demo.catalogue();
            Config config = DevelopmentMode.config(access.environment(), access.random(), added);
            boolean hasDemo = has(config, added, DemoProvider.LINKED);
            runService.run(
                    config,
                    wiring -> {
                        if (hasDemo) {
                            DemoAccounts.link(ALICE, wiring.linkAccount());
                        }
                    },
                    service -> greet(config, service.port(), hasDemo, out));
        }
    }

    /** Returns whether a providers file leaves the entries of the demo as they are. */
    private static boolean has(Config config, Catalogue demo, List<ProviderId> providers) {
        return providers.stream()
                .allMatch(id -> config.connect().catalogue().entry(id).equals(demo.entry(id)));
    }

    private void greet(Config config, int port, boolean hasDemo, PrintWriter out) {
        if (config.jwtKeys() instanceof JwtKeys.Shared shared) {
            String token = new DevelopmentTokens(
                            config.jwtPolicy(), shared.key().get(), access.clock())
                    .sign(ALICE, Scopes.of(Permission.allScopes()), Duration.ofHours(12));
            out.print(Greeting.text(RunService.address(config, port), token, firstProvider(config), hasDemo));
            out.flush();
        }
    }

    /** Returns a provider of the operator's own, at which an account can be connected. The demo is for the browser. */
    private static Optional<String> firstProvider(Config config) {
        return config.connect().catalogue().all().stream()
                .map(ConnectableProvider::id)
                .filter(id -> !id.equals(DemoProvider.ID) && !DemoProvider.LINKED.contains(id))
                .map(ProviderId::value)
                .findFirst();
    }
}
