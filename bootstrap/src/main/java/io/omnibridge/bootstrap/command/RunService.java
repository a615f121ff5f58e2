package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.http.jwt.DevelopmentTokens;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.DevelopmentMode;
import io.omnibridge.bootstrap.demo.DemoProvider;
import io.omnibridge.bootstrap.logging.Logging;
import io.omnibridge.bootstrap.wiring.Service;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.bootstrap.wiring.Wiring;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the service until a signal ends the process. */
final class RunService {

    private static final Logger LOG = LoggerFactory.getLogger(RunService.class);

    private final VaultAccess access;

    RunService(VaultAccess access) {
        this.access = access;
    }

    /**
     * Runs the service. A signal ends the process, with the signal's status, such as 143; otherwise only a fault ends this call.
     *
     * @param out receives the greeting with a token, in development mode
     */
    void run(ServeMode mode, PrintWriter out) throws Exception {
        if (mode == ServeMode.CONFIGURED) {
            run(Config.from(access.environment()), service -> {});
            return;
        }
        try (DemoProvider demo = DemoProvider.start()) {
            Catalogue added = demo.catalogue();
            Config config = DevelopmentMode.config(access.environment(), access.random(), added);
            run(config, service -> greet(config, service.port(), added, out));
        }
    }

    private void run(Config config, Consumer<Service> started) throws Exception {
        Logging.configure(config.logFormat(), config.logLevel());
        warnOfTracingAgent();
        config.store().unused().forEach(name -> LOG.warn("{} has no effect on the chosen store", name));
        Service service = new Wiring(config, access.clock(), access.random()).service();
        service.start();
        // Added before the address is announced: a reader of the announcement may stop the service at once.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        announce(service, config);
        started.accept(service);
        new CountDownLatch(1).await();
    }

    private void warnOfTracingAgent() {
        Map<String, String> properties = new HashMap<>();
        System.getProperties()
                .stringPropertyNames()
                .forEach(name -> properties.put(name, System.getProperty(name, "")));
        if (TracingAgent.isPresent() && !new TracingAgent(properties, access.environment()).isHarmless()) {
            LOG.warn(TracingAgent.warning());
        }
    }

    private static void announce(Service service, Config config) {
        LOG.info("listening on {}", address(config, service.port()));
        service.metricsPort().ifPresent(port -> LOG.info("metrics on {}", address(config, port)));
    }

    private static String address(Config config, int port) {
        return Greeting.address(config.tls().isPresent() ? "https" : "http", config.httpHost(), port);
    }

    private static void stop(Service service) {
        LOG.info("stopping");
        try {
            service.stop();
            LOG.info("stopped");
        } catch (Exception e) {
            LOG.error("did not stop cleanly: {}", e.getClass().getName());
        }
    }

    /** Returns a provider at which an account can be connected. The demo has no consent page. */
    private static Optional<String> firstProvider(Config config, boolean hasDemo) {
        return config.connect().catalogue().all().stream()
                .map(ConnectableProvider::id)
                .filter(id -> !hasDemo || !id.equals(DemoProvider.ID))
                .map(ProviderId::value)
                .findFirst();
    }

    private void greet(Config config, int port, Catalogue demo, PrintWriter out) {
        if (config.jwtKeys() instanceof Config.JwtKeys.Shared shared) {
            String token = new DevelopmentTokens(
                            config.jwtPolicy(), shared.key().get(), access.clock())
                    .sign(new UserId("alice"), Scopes.of(Permission.allScopes()), Duration.ofHours(12));
            boolean hasDemo =
                    config.connect().catalogue().entry(DemoProvider.ID).equals(demo.entry(DemoProvider.ID));
            out.print(Greeting.text(address(config, port), token, firstProvider(config, hasDemo), hasDemo));
            out.flush();
        }
    }
}
