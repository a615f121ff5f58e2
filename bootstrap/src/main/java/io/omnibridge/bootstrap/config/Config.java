package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.http.tls.TlsSource;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.support.files.WatchedFile;
import io.omnibridge.bootstrap.logging.LogFormat;
import io.omnibridge.bootstrap.logging.LogLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole configuration, checked. No part of it prints a secret.
 *
 * @param metricsPort the port of the metrics listener; empty if no metrics are exported
 * @param drain how long a stopping process still accepts requests
 * @param tls the source of certificate and key of both listeners; empty for cleartext
 * @param ui how people sign in to the pages; empty if there are no pages
 * @param watchedFiles the files whose changed contents are used without a restart
 */
public record Config(
        String httpHost,
        int httpPort,
        Optional<Integer> metricsPort,
        Duration drain,
        Optional<TlsSource> tls,
        JwtPolicy jwtPolicy,
        JwtKeys jwtKeys,
        boolean linkByToken,
        StoreConfig store,
        int maxAccountsPerUser,
        ConnectConfig connect,
        DataConfig data,
        Optional<UiConfig> ui,
        LogFormat logFormat,
        LogLevel logLevel,
        List<WatchedFile<?>> watchedFiles) {

    public Config {
        watchedFiles = List.copyOf(watchedFiles);
    }

    /**
     * Reads the configuration from environment variables.
     *
     * @throws ConfigInvalid with every problem
     */
    public static Config from(Map<String, String> environment) throws ConfigInvalid {
        return new ConfigReader(environment, Optional.empty()).read();
    }

    /** Reads the configuration as {@link #from} does, for trials: {@code demo} is added, and OmniBridge's own page shows tickets. */
    static Config forDevelopment(Map<String, String> environment, Catalogue demo) throws ConfigInvalid {
        return new ConfigReader(environment, Optional.of(demo)).read();
    }
}
