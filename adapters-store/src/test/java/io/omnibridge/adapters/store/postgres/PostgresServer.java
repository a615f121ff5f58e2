package io.omnibridge.adapters.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** PostgreSQL server of a test: a real process from embedded binaries. */
public final class PostgresServer implements AutoCloseable {

    private static final Duration MAX_START_TIME = Duration.ofMinutes(2);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres postgres;
    private final Path data;

    /** The database from which others are created. */
    private final TestDatabase maintenance;

    private PostgresServer(EmbeddedPostgres postgres, Path data) {
        this.postgres = postgres;
        this.data = data;
        this.maintenance = new TestDatabase(postgres.getPort(), "postgres");
    }

    /** Returns the server that tests share unless they stop it. It runs with {@code fsync=off}, and vacuums nothing. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** Starts a server that keeps every acknowledged write, also across {@code kill -9}. */
    public static PostgresServer durable() throws IOException {
        return start(durableSettings());
    }

    /** Starts a server that offers TLS with this certificate. */
    static PostgresServer encrypted(Path chainFile, Path keyFile) throws IOException {
        return start(EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", chainFile.toString())
                .setServerConfig("ssl_key_file", keyFile.toString()));
    }

    /** Restarts a killed server with its data, at the same port. */
    PostgresServer restart() throws IOException {
        Files.delete(data.resolve("epg-lock"));
        return new PostgresServer(
                durableSettings()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setPort(postgres.getPort())
                        .setPGStartupWait(MAX_START_TIME)
                        .start(),
                data);
    }

    /** Creates a database with the collation of English, so that comparing bytes takes an explicit {@code COLLATE "C"}. */
    public TestDatabase newDatabase() throws SQLException {
        String name = "test_" + DATABASES.incrementAndGet();
        maintenance.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'"
                + " LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'");
        return new TestDatabase(postgres.getPort(), name);
    }

    /** Makes the server demand a password of {@code role}. Other roles still need none. */
    public void demandPassword(String role) throws IOException, SQLException {
        Path rules = data.resolve("pg_hba.conf");
        String demand = "host all " + role + " 127.0.0.1/32 scram-sha-256\n";
        Files.writeString(rules, demand + Files.readString(rules));
        maintenance.execute("SELECT pg_reload_conf()");
    }

    public Path data() {
        return data;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static PostgresServer start(EmbeddedPostgres.Builder builder) throws IOException {
        Path data = Files.createTempDirectory("omnibridge-postgres");
        return new PostgresServer(
                builder.setDataDirectory(data)
                        .setCleanDataDirectory(true)
                        .setPGStartupWait(MAX_START_TIME)
                        .start(),
                data);
    }

    private static EmbeddedPostgres.Builder durableSettings() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    private static final class Shared {

        private static final PostgresServer SERVER = startShared();

        private static PostgresServer startShared() {
            try {
                return start(EmbeddedPostgres.builder().setServerConfig("autovacuum", "off"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
