package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.net.Authority;
import io.omnibridge.adapters.support.net.Loopback;
import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads the settings about providers, and the URL of this service for browsers. */
final class ConnectSettings {

    private static final String PUBLIC_URL = "OMNIBRIDGE_PUBLIC_URL";
    private static final String PROVIDERS_FILE = "OMNIBRIDGE_PROVIDERS_FILE";
    private static final String KEEP_ALIVE = "OMNIBRIDGE_KEEP_ALIVE";

    private static final String OFF = "off";
    private static final Duration MIN_KEEP_ALIVE = Duration.ofDays(1);
    private static final Duration MAX_KEEP_ALIVE = Duration.ofDays(3_650);
    private static final Duration DEFAULT_KEEP_ALIVE = Duration.ofDays(90);

    private final Map<String, String> environment;
    private final Settings settings;
    private final Optional<Catalogue> trial;

    /** @param trial the providers that a configuration for trials has besides; empty for any other configuration */
    ConnectSettings(Map<String, String> environment, Settings settings, Optional<Catalogue> trial) {
        this.environment = environment;
        this.settings = settings;
        this.trial = trial;
    }

    /**
     * Returns empty if something is wrong.
     *
     * @param egress the way of all calls to the providers
     */
    Optional<ConnectConfig> connect(Egress egress) {
        Optional<URI> publicUrl = settings.read(PUBLIC_URL, ConnectSettings::publicUrl);
        Optional<Catalogue> catalogue = catalogue();
        Optional<Duration> keepAlive =
                settings.read(KEEP_ALIVE, ConnectSettings::keepAlive).orElse(Optional.of(DEFAULT_KEEP_ALIVE));
        if (settings.isSet(PROVIDERS_FILE) && !settings.isSet(PUBLIC_URL)) {
            settings.reject(PUBLIC_URL, "is required with " + PROVIDERS_FILE);
        }
        return catalogue.map(
                providers -> new ConnectConfig(publicUrl, providers, egress, keepAlive, trial.isPresent()));
    }

    /** Returns empty for {@code off}: unused accounts stay linked. */
    private static Optional<Duration> keepAlive(String value) {
        return value.equals(OFF)
                ? Optional.empty()
                : Optional.of(Values.duration(value, MIN_KEEP_ALIVE, MAX_KEEP_ALIVE));
    }

    private Optional<Catalogue> catalogue() {
        Optional<String> text = settings.readFile(PROVIDERS_FILE);
        Optional<Catalogue> own =
                settings.isSet(PROVIDERS_FILE) ? text.flatMap(this::catalogue) : Optional.of(Catalogue.empty());
        return own.map(it -> trial.map(it::withProvidersOf).orElse(it));
    }

    private Optional<Catalogue> catalogue(String yaml) {
        try {
            Catalogue catalogue = Catalogue.read(yaml, directoryOfFile());
            settings.watched().add(catalogue.watchedFiles());
            return Optional.of(catalogue);
        } catch (InvalidCatalogue e) {
            e.problems().forEach(problem -> settings.reject(PROVIDERS_FILE, problem));
            return Optional.empty();
        }
    }

    private Path directoryOfFile() {
        Path file = Path.of(environment.getOrDefault(PROVIDERS_FILE, "")).toAbsolutePath();
        return Optional.ofNullable(file.getParent()).orElse(file);
    }

    /** Returns the URL without a slash at its end. */
    private static URI publicUrl(String value) {
        try {
            URI url = new URI(value.replaceFirst("/\\z", ""));
            InvalidValue.unless(
                    Authority.of(url)
                                    .filter(it -> it.userInfo().isEmpty() && isPrivate(url, it.host()))
                                    .isPresent()
                            && url.getRawQuery() == null
                            && url.getRawFragment() == null
                            && url.normalize().equals(url),
                    "must be an https URL (or http on loopback) without user, query and fragment");
            return url;
        } catch (URISyntaxException e) {
            throw new InvalidValue("must be an absolute URL");
        }
    }

    private static boolean isPrivate(URI url, String host) {
        return "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && Loopback.isLoopback(host));
    }
}
