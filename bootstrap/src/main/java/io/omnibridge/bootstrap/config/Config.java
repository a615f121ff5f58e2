package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.http.tls.TlsSource;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.store.postgres.PostgresSettings;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.support.jwks.JwksEndpoint;
import io.omnibridge.bootstrap.logging.LogFormat;
import io.omnibridge.bootstrap.logging.LogLevel;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole configuration, checked. It holds nothing that prints a secret.
 *
 * @param metricsPort where Prometheus reads; empty for nowhere
 * @param tls where the certificate and the key of both listeners come from; empty to speak in the clear
 */
public record Config(
        String httpHost,
        int httpPort,
        Optional<Integer> metricsPort,
        Optional<TlsSource> tls,
        JwtPolicy jwtPolicy,
        JwtKeys jwtKeys,
        boolean requireScopes,
        boolean linkByToken,
        Store store,
        int maxAccountsPerUser,
        Connect connect,
        LogFormat logFormat,
        LogLevel logLevel) {

    /**
     * Where accounts can be connected.
     *
     * @param publicUrl what browsers call this service, without a slash at its end; there if there is a provider
     * @param keepAlive after which an account that was not used is given back
     * @param showsTicket whether OmniBridge's own page shows a ticket, for people who try it out
     */
    public record Connect(Optional<URI> publicUrl, Catalogue catalogue, Duration keepAlive, boolean showsTicket) {}

    /** What verifies the users' tokens. */
    public sealed interface JwtKeys {

        /** One secret that the issuer shares with us. */
        record Shared(HmacKey key) implements JwtKeys {}

        /** The keys that the issuer publishes. */
        record Published(JwksEndpoint endpoint) implements JwtKeys {}
    }

    /** Where accounts are kept. */
    public sealed interface Store {

        /** The names of settings that are given and have no effect on this store. */
        List<String> unused();

        /**
         * In the heap of this process.
         *
         * @param keyset what seals; empty to make one up, since nothing that it seals outlives the process
         */
        record Memory(Optional<Keyset> keyset, List<String> unused) implements Store {}

        /** Outside this process. */
        record Durable(Place place, Keyset keyset, List<String> unused) implements Store {}
    }

    /** A store outside this process, which outlives it. */
    public sealed interface Place {

        /** A database of a PostgreSQL server. */
        record Postgres(PostgresSettings settings) implements Place {}

        /** One Redis, or a cluster. */
        record Redis(RedisSettings settings) implements Place {}
    }

    /**
     * Reads the configuration from environment variables.
     *
     * @throws ConfigInvalid that names everything that is wrong
     */
    public static Config from(Map<String, String> environment) throws ConfigInvalid {
        return new ConfigReader(environment, false).read();
    }

    /** As {@link #from}, for trying out: OmniBridge's own page shows tickets. */
    public static Config forDevelopment(Map<String, String> environment) throws ConfigInvalid {
        return new ConfigReader(environment, true).read();
    }
}
