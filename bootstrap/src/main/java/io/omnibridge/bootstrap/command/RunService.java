package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.logging.Logging;
import io.omnibridge.bootstrap.wiring.Service;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.bootstrap.wiring.Wiring;
import java.util.HashMap;
import java.util.Map;
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
     * @param prepare receives the use cases before the service listens
     * @param started receives the service once it listens
     */
    void run(Config config, Consumer<Wiring> prepare, Consumer<Service> started) throws Exception {
        Logging.configure(config.logFormat(), config.logLevel());
        warnOfTracingAgent();
        config.store().unused().forEach(name -> LOG.warn("{} has no effect on the chosen store", name));
        Wiring wiring = new Wiring(config, access.clock(), access.random());
        wiring.requireUsableIssuer();
        prepare.accept(wiring);
        Service service = wiring.service();
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

    /** Returns the URL of a listener. */
    static String address(Config config, int port) {
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
}
