package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.http.jwt.DevelopmentTokens;
import io.omnibridge.application.access.Permission;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.DevelopmentMode;
import io.omnibridge.bootstrap.logging.Logging;
import io.omnibridge.bootstrap.wiring.Service;
import io.omnibridge.bootstrap.wiring.Wiring;
import io.omnibridge.domain.identity.UserId;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the service until it is told to stop. */
public final class Serving {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final Map<String, String> environment;
    private final Clock clock;
    private final SecureRandom random;

    public Serving(Map<String, String> environment, Clock clock, SecureRandom random) {
        this.environment = environment;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Runs it. The process ends by a signal and with the signal's status, such as 143; nothing else ends this but a fault.
     *
     * @param development whether it needs no configuration, and prints to {@code out} a token to try it with
     */
    void run(boolean development, PrintWriter out) throws Exception {
        Config config = development ? DevelopmentMode.config(environment, random) : Config.from(environment);
        Logging.configure(config.logFormat(), config.logLevel());
        config.store().unused().forEach(name -> LOG.warn("{} has no effect on the chosen store", name));
        Service service = new Wiring(config, clock, random).service();
        service.start();
        // Before anybody is told that it listens: whoever is told may stop it at once.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        tell(service, config);
        if (development) {
            greet(config, service.port(), out);
        }
        new CountDownLatch(1).await();
    }

    private static void tell(Service service, Config config) {
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

    private void greet(Config config, int port, PrintWriter out) {
        if (config.jwtKeys() instanceof Config.JwtKeys.Shared shared) {
            String token = new DevelopmentTokens(config.jwtPolicy(), shared.key(), clock)
                    .sign(new UserId("alice"), Permission.allScopes(), Duration.ofHours(12));
            out.print(Greeting.text(address(config, port), token));
            out.flush();
        }
    }
}
