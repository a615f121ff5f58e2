package io.omnibridge.benchmarks.contender;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.benchmarks.load.Issuer;
import io.omnibridge.benchmarks.load.Signing;
import io.omnibridge.benchmarks.load.Users;
import io.omnibridge.benchmarks.load.Wrk;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How each of the programs is started, set up to trust the same issuer, and on a new database where it needs one. */
public final class Programs {

    private final Path project;
    private final Issuer issuer;
    private final Servers servers;
    private final String keyset = Keyset.generate().toJson();

    /** @param project where everything was built */
    public Programs(Path project, Issuer issuer, Servers servers) {
        this.project = project;
        this.issuer = issuer;
        this.servers = servers;
    }

    /**
     * The floor.
     *
     * @param work what it does for each request: {@code bytes}, {@code select}, {@code upsert} or {@code hgetall}
     * @param answer the file with what it answers
     */
    public Program floor(String work, Path answer) {
        Map<String, String> environment = new HashMap<>(Map.of("FLOOR_ANSWER", answer.toString()));
        switch (work) {
            case "select", "upsert" -> environment.put("FLOOR_POSTGRES_URL", servers.newDatabase());
            case "hgetall" -> environment.put("FLOOR_REDIS_PORT", Integer.toString(servers.newRedis()));
            default -> {}
        }
        return new Program(List.of("-jar", built("benchmarks/floor/target/floor.jar"), work), environment);
    }

    /** The floor of reads through a proxy: each request is forwarded to the provider. */
    public Program forwardingFloor(Path answer) {
        Map<String, String> environment = Map.of(
                "FLOOR_ANSWER",
                answer.toString(),
                "FLOOR_UPSTREAM",
                servers.upstream().url() + Upstream.ITEMS);
        return new Program(List.of("-jar", built("benchmarks/floor/target/floor.jar"), "bytes"), environment);
    }

    /** nginx in the place of that floor; empty if it is not installed. */
    public Optional<Program> forwardingNginx() {
        return Nginx.forwarding(servers.upstream().port(), Upstream.ITEMS);
    }

    /** The floor of searches: each request calls the APIs of so many sources at the same time. */
    public Program searchingFloor(Path answer, int sources) {
        Map<String, String> environment = Map.of(
                "FLOOR_ANSWER",
                answer.toString(),
                "FLOOR_SOURCES",
                servers.searchApis().urls(sources));
        return new Program(List.of("-jar", built("benchmarks/floor/target/floor.jar"), "bytes"), environment);
    }

    /** OmniBridge with providers whose APIs it reads. */
    public Program readingOmnibridge(Store store) {
        return omnibridge(store, ProvidersFile.write(servers.upstream().url(), Users.READABLE));
    }

    /** OmniBridge with providers that have eight sources between them. */
    public Program searchingOmnibridge(Store store) {
        return omnibridge(
                store, ProvidersFile.writeSearched(servers.searchApis().url()));
    }

    private Program omnibridge(Store store, Path providersFile) {
        Program plain = omnibridge(store, Signing.HS256);
        Map<String, String> environment = new HashMap<>(plain.environment());
        environment.put("OMNIBRIDGE_PROVIDERS_FILE", providersFile.toString());
        environment.put("OMNIBRIDGE_PUBLIC_URL", "http://127.0.0.1");
        return new Program(plain.arguments(), environment);
    }

    /** OmniBridge, from the jar that users run. */
    public Program omnibridge(Store store, Signing signing) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "OMNIBRIDGE_JWT_ISSUER",
                Issuer.NAME,
                "OMNIBRIDGE_JWT_AUDIENCE",
                Issuer.AUDIENCE,
                "OMNIBRIDGE_STORE",
                store.name().toLowerCase(Locale.ROOT),
                "OMNIBRIDGE_STORE_TIMEOUT",
                Wrk.TIMEOUT,
                "OMNIBRIDGE_DRAIN",
                "0s",
                "OMNIBRIDGE_KEYSET",
                keyset));
        if (signing == Signing.HS256) {
            environment.put("OMNIBRIDGE_JWT_SECRET", issuer.secret());
        } else {
            environment.put("OMNIBRIDGE_JWKS_URL", issuer.jwksUrl());
        }
        switch (store) {
            case POSTGRES -> {
                environment.put("OMNIBRIDGE_POSTGRES_URL", servers.newDatabase());
                environment.put("OMNIBRIDGE_POSTGRES_USER", "postgres");
                environment.put("OMNIBRIDGE_POSTGRES_PASSWORD", "none");
            }
            case REDIS -> environment.put("OMNIBRIDGE_REDIS_URL", "redis://127.0.0.1:" + servers.newRedis());
            case MEMORY -> {}
        }
        return new Program(List.of("-jar", built("bootstrap/target/omnibridge.jar"), "serve"), environment);
    }

    /** The peer, unpacked as Spring Boot's documentation advises. */
    public Program spring(Store store, Signing signing) {
        Map<String, String> environment =
                new HashMap<>(Map.of("PEER_ISSUER", Issuer.NAME, "PEER_AUDIENCE", Issuer.AUDIENCE));
        if (signing == Signing.HS256) {
            environment.put("PEER_JWT_SECRET", issuer.secret());
        } else {
            environment.put("PEER_JWKS_URL", issuer.jwksUrl());
        }
        if (store == Store.POSTGRES) {
            environment.put("SPRING_PROFILES_ACTIVE", "jdbc");
            environment.put("SPRING_DATASOURCE_URL", servers.newDatabase());
            environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        }
        return new Program(List.of("-jar", built("benchmarks/spring/target/app/spring.jar")), environment);
    }

    private String built(String path) {
        return project.resolve(path).toString();
    }
}
