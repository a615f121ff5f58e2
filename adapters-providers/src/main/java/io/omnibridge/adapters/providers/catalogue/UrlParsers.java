package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlValue;
import java.net.URI;
import java.util.Optional;

/** Parsers of YAML values that are URLs. Each reports a mistake and returns empty if the value is invalid. */
final class UrlParsers {

    private UrlParsers() {}

    /** Parses a URL that {@link Urls} allows. */
    static Optional<URI> url(YamlValue value) {
        return value.text().flatMap(text -> url(value, text));
    }

    /** Parses {@code text}, which was made from {@code value}, as a URL that {@link Urls} allows. */
    static Optional<URI> url(YamlValue value, String text) {
        Optional<URI> url = Urls.parse(text);
        if (url.isEmpty()) {
            value.reject(Urls.parseForBrowser(text).isPresent() ? Urls.HOST_RULE : Urls.RULE);
        }
        return url;
    }

    /** Parses {@code text} like {@link #url}, for a URL that only browsers call. */
    static Optional<URI> urlForBrowser(YamlValue value, String text) {
        Optional<URI> url = Urls.parseForBrowser(text);
        if (url.isEmpty()) {
            value.reject(Urls.RULE);
        }
        return url;
    }
}
