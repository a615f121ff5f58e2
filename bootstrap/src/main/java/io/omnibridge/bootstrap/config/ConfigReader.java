package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.http.jwt.JwksEndpoint;
import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.logging.LogFormat;
import io.omnibridge.bootstrap.logging.LogLevel;
import io.omnibridge.domain.InvalidValue;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Knows every setting: its name, its default and what it accepts. */
final class ConfigReader {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_QUOTA = 1_000_000;
    private static final String SECRET = "OMNIBRIDGE_JWT_SECRET";
    private static final String JWKS_URL = "OMNIBRIDGE_JWKS_URL";

    private final Settings settings;

    ConfigReader(Map<String, String> environment) {
        this.settings = new Settings(environment);
    }

    Config read() throws ConfigInvalid {
        boolean allowCleartext = read("OMNIBRIDGE_ALLOW_CLEARTEXT", Values::bool, false);
        String host = host(allowCleartext);
        int port = read("OMNIBRIDGE_HTTP_PORT", Values.integer(0, MAX_PORT), 8080);
        Optional<Integer> metricsPort = settings.read("OMNIBRIDGE_METRICS_PORT", Values.integer(0, MAX_PORT));
        Optional<JwtPolicy> jwtPolicy = jwtPolicy();
        Optional<Config.JwtKeys> jwtKeys = jwtKeys(allowCleartext);
        boolean requireScopes = read("OMNIBRIDGE_REQUIRE_SCOPES", Values::bool, false);
        boolean linkByToken = read("OMNIBRIDGE_LINK_BY_TOKEN", Values::bool, true);
        StoreKind store = read("OMNIBRIDGE_STORE", Values.oneOf(StoreKind.class), StoreKind.MEMORY);
        Optional<Keyset> keyset = settings.readSecret("OMNIBRIDGE_KEYSET", Keyset::parse);
        int quota = read("OMNIBRIDGE_MAX_ACCOUNTS_PER_USER", Values.integer(1, MAX_QUOTA), 1000);
        LogFormat logFormat = read("OMNIBRIDGE_LOG_FORMAT", Values.oneOf(LogFormat.class), LogFormat.TEXT);
        LogLevel logLevel = read("OMNIBRIDGE_LOG_LEVEL", Values.oneOf(LogLevel.class), LogLevel.INFO);
        noteSettingsOfOtherStores();
        settings.throwIfAnyWrong();
        return new Config(
                host,
                port,
                metricsPort,
                jwtPolicy.orElseThrow(),
                jwtKeys.orElseThrow(),
                requireScopes,
                linkByToken,
                store,
                keyset,
                quota,
                logFormat,
                logLevel);
    }

    /** Part of the contract, and without effect on a store in memory. */
    private void noteSettingsOfOtherStores() {
        settings.alsoKnown("OMNIBRIDGE_PUBLIC_URL", "OMNIBRIDGE_POSTGRES_URL", "OMNIBRIDGE_POSTGRES_USER");
        settings.alsoKnown("OMNIBRIDGE_POSTGRES_PASSWORD", "OMNIBRIDGE_POSTGRES_PASSWORD_FILE");
        settings.alsoKnown("OMNIBRIDGE_REDIS_URL", "OMNIBRIDGE_REDIS_URL_FILE");
        settings.read("OMNIBRIDGE_STORE_TIMEOUT", Values::duration);
    }

    private <T> T read(String name, Function<String, T> reader, T whenAbsent) {
        return settings.read(name, reader).orElse(whenAbsent);
    }

    private String host(boolean allowCleartext) {
        String name = "OMNIBRIDGE_HTTP_HOST";
        String host = read(name, Function.identity(), "127.0.0.1");
        try {
            if (!allowCleartext && !InetAddress.getByName(host).isLoopbackAddress()) {
                settings.refuse(
                        name,
                        "is not loopback, and there is no TLS here: let a proxy on this host encrypt, or set"
                                + " OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else does");
            }
        } catch (UnknownHostException e) {
            settings.refuse(name, "cannot be resolved");
        }
        return host;
    }

    private Optional<JwtPolicy> jwtPolicy() {
        Optional<String> issuer = required("OMNIBRIDGE_JWT_ISSUER");
        Optional<String> audience = required("OMNIBRIDGE_JWT_AUDIENCE");
        String userClaim = read("OMNIBRIDGE_JWT_USER_CLAIM", Function.identity(), "sub");
        Duration leeway = read("OMNIBRIDGE_JWT_LEEWAY", Values::duration, Duration.ofSeconds(30));
        boolean requireAtJwt = read("OMNIBRIDGE_JWT_REQUIRE_AT_JWT", Values::bool, false);
        if (issuer.isEmpty() || audience.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JwtPolicy(issuer.get(), audience.get(), userClaim, leeway, requireAtJwt));
        } catch (InvalidValue e) {
            settings.refuse("OMNIBRIDGE_JWT_ISSUER, _AUDIENCE, _USER_CLAIM, _LEEWAY:", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Config.JwtKeys> jwtKeys(boolean allowCleartext) {
        Optional<Config.JwtKeys> shared =
                settings.readSecret(SECRET, value -> new Config.JwtKeys.Shared(new HmacKey(value)));
        Optional<Config.JwtKeys> published =
                settings.read(JWKS_URL, value -> new Config.JwtKeys.Published(jwksEndpoint(value, allowCleartext)));
        if (settings.isSet(SECRET) == settings.isSet(JWKS_URL)) {
            settings.refuse(SECRET, "or " + JWKS_URL + ": exactly one of them is required");
        }
        return shared.or(() -> published);
    }

    private static JwksEndpoint jwksEndpoint(String value, boolean allowCleartext) {
        try {
            return new JwksEndpoint(new URI(value), allowCleartext);
        } catch (URISyntaxException e) {
            throw new InvalidValue("must be an absolute URL");
        }
    }

    private Optional<String> required(String name) {
        Optional<String> value = settings.read(name, Function.identity());
        if (!settings.isSet(name)) {
            settings.refuse(name, "is required");
        }
        return value;
    }
}
