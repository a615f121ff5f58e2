package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.http.tls.TlsSource;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.store.postgres.PostgresSettings;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.support.files.WatchedFile;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.jwks.JwksEndpoint;
import io.omnibridge.application.use.LeaseMode;
import io.omnibridge.bootstrap.logging.LogFormat;
import io.omnibridge.bootstrap.logging.LogLevel;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.ClientId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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
        Store store,
        int maxAccountsPerUser,
        Connect connect,
        Data data,
        Optional<Ui> ui,
        LogFormat logFormat,
        LogLevel logLevel,
        List<WatchedFile<?>> watchedFiles) {

    public Config {
        watchedFiles = List.copyOf(watchedFiles);
    }

    /**
     * The providers at which users can connect accounts.
     *
     * @param publicUrl the URL of this service for browsers, without a slash at its end; present if there is a provider
     * @param egress the way of all calls to the providers
     * @param keepAlive how long an account may stay unused before it is unlinked and its grant revoked
     * @param showsTicket whether OmniBridge's own page shows the ticket, for trials
     */
    public record Connect(
            Optional<URI> publicUrl,
            Catalogue catalogue,
            Egress egress,
            Optional<Duration> keepAlive,
            boolean showsTicket) {}

    /**
     * How clients read users' data.
     *
     * @param leaseMaxTimeToLive how long a lease may live
     * @param maxResponse the maximum size of a provider's response body, in bytes
     * @param useRetention how long receipts of uses are kept; empty for ever
     */
    public record Data(
            LeaseMode leases,
            Duration leaseMaxTimeToLive,
            long maxResponse,
            Optional<Duration> useRetention,
            Duration searchDeadline) {}

    /** How people sign in to the pages. */
    public sealed interface Ui {

        /** Returns the client of whatever is done by a page, in the audit log. */
        ClientId client();

        /**
         * At the issuer of the JWTs.
         *
         * @param secret returns the current secret; empty for a public client
         * @param egress the way of the calls of the issuer
         */
        record AtIssuer(ClientId client, Optional<Supplier<Secret>> secret, Egress egress) implements Ui {}

        /** By a button, in a browser on the same machine. */
        record ForDevelopment() implements Ui {
            @Override
            public ClientId client() {
                return new ClientId("omnibridge-ui");
            }
        }
    }

    /** The keys that verify the users' JWTs. */
    public sealed interface JwtKeys {

        /**
         * One secret that issuer and OmniBridge share.
         *
         * @param key returns the current secret
         */
        record Shared(Supplier<HmacKey> key) implements JwtKeys {}

        /**
         * The keys that the issuer publishes.
         *
         * @param egress the way of the calls that fetch them
         */
        record Published(JwksEndpoint endpoint, Egress egress) implements JwtKeys {}
    }

    /** The store of the vault. */
    public sealed interface Store {

        /** Returns the names of settings that are set and have no effect on this store. */
        List<String> unused();

        /**
         * The heap of this process.
         *
         * @param keyset the keyset that seals; empty for a fresh one, because nothing that it seals outlives the process
         */
        record Memory(Optional<Keyset> keyset, List<String> unused) implements Store {}

        /** A server that any number of nodes share. */
        record Durable(Server server, Keyset keyset, List<String> unused) implements Store {}
    }

    /** The server of a durable store, and how to connect to it. */
    public sealed interface Server {

        /** A database of a PostgreSQL server. */
        record Postgres(PostgresSettings settings) implements Server {}

        /** One Redis, or a cluster. */
        record Redis(RedisSettings settings) implements Server {}
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
