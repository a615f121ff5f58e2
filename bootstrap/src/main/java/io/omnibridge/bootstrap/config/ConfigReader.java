package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.http.tls.TlsSource;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.bootstrap.logging.LogFormat;
import io.omnibridge.bootstrap.logging.LogLevel;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads all settings. Each has its name, its default and its accepted values here or in the class of its group. */
final class ConfigReader {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_QUOTA = 1_000_000;
    private static final Duration DEFAULT_DRAIN = Duration.ofSeconds(10);
    private static final Duration MAX_DRAIN = Duration.ofMinutes(10);

    private final Map<String, String> environment;
    private final Settings settings;
    private final TlsSettings tls;
    private final EgressSettings egress;
    private final JwtSettings jwt;
    private final StoreSettings stores;
    private final ConnectSettings connect;
    private final boolean isTrial;

    /** @param trial the providers that a configuration for trials has besides; empty for any other configuration */
    ConfigReader(Map<String, String> environment, Optional<Catalogue> trial) {
        this.environment = environment;
        this.settings = new Settings(environment);
        this.tls = new TlsSettings(settings);
        this.egress = new EgressSettings(settings);
        this.jwt = new JwtSettings(settings);
        this.stores = new StoreSettings(settings);
        this.connect = new ConnectSettings(environment, settings, trial);
        this.isTrial = trial.isPresent();
    }

    /** Returns the names of all settings: those that a reading asks for, set or not. */
    static Set<String> names() {
        ConfigReader reader = new ConfigReader(Map.of(), Optional.empty());
        try {
            reader.read();
        } catch (ConfigInvalid nothingIsSet) {
            return reader.settings.known();
        }
        throw new IllegalStateException("nothing is required");
    }

    Config read() throws ConfigInvalid {
        String host = host();
        int port = read("OMNIBRIDGE_HTTP_PORT", Values.integer(0, MAX_PORT), 8080);
        Optional<Integer> metricsPort = metricsPort(port);
        Duration drain =
                read("OMNIBRIDGE_DRAIN", value -> Values.duration(value, Duration.ZERO, MAX_DRAIN), DEFAULT_DRAIN);
        Optional<TlsSource> tlsSource = tls.source(environment);
        Optional<JwtPolicy> jwtPolicy = jwt.policy();
        Optional<JwtKeys> jwtKeys = jwt.keys(egress.toKeySets());
        boolean linkByToken = read("OMNIBRIDGE_LINK_BY_TOKEN", Values::bool, true);
        Optional<StoreConfig> store = stores.store();
        int quota = read("OMNIBRIDGE_MAX_ACCOUNTS_PER_USER", Values.integer(1, MAX_QUOTA), 1000);
        LogFormat logFormat = read("OMNIBRIDGE_LOG_FORMAT", Values.oneOf(LogFormat.class), LogFormat.TEXT);
        LogLevel logLevel = read("OMNIBRIDGE_LOG_LEVEL", Values.oneOf(LogLevel.class), LogLevel.INFO);
        Optional<ConnectConfig> providers = connect.connect(egress.toProviders());
        DataConfig data = new DataSettings(settings).data();
        Optional<UiConfig> ui = new UiSettings(settings).ui(egress.toKeySets());
        settings.throwIfAnyWrong();
        return new Config(
                host,
                port,
                metricsPort,
                drain,
                tlsSource,
                jwtPolicy.orElseThrow(),
                jwtKeys.orElseThrow(),
                linkByToken,
                store.orElseThrow(),
                quota,
                providers.orElseThrow(),
                data,
                isTrial ? Optional.of(new UiConfig.ForDevelopment()) : ui,
                logFormat,
                logLevel,
                settings.watched().files());
    }

    private <T> T read(String name, Function<String, T> reader, T whenAbsent) {
        return settings.read(name, reader).orElse(whenAbsent);
    }

    private String host() {
        String name = "OMNIBRIDGE_HTTP_HOST";
        String host = read(name, Function.identity(), "127.0.0.1");
        if (!canBeResolved(host)) {
            settings.reject(name, "cannot be resolved");
        } else if (!Loopback.isLoopback(host) && !tls.isWanted() && !settings.isCleartextAllowed()) {
            settings.reject(
                    name,
                    "is not loopback, and nothing encrypts: set OMNIBRIDGE_TLS_CERTIFICATE and OMNIBRIDGE_TLS_KEY, or"
                            + " OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else does");
        }
        return host;
    }

    private static boolean canBeResolved(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Optional<Integer> metricsPort(int httpPort) {
        String name = "OMNIBRIDGE_METRICS_PORT";
        Optional<Integer> port = settings.read(name, Values.integer(0, MAX_PORT));
        if (httpPort != 0 && port.equals(Optional.of(httpPort))) {
            settings.reject(name, "must not be the port of OMNIBRIDGE_HTTP_PORT");
        }
        return port;
    }
}
